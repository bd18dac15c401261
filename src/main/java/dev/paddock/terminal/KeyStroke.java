package dev.paddock.terminal;

/**
 * What a key did.
 *
 * @param key which one
 * @param character what it types
 * @param event whether it went down or up
 */
public record KeyStroke(Key key, Typed character, Modifiers modifiers, Event event) {

  /**
   * What a key types, on the keyboard's layout. For the named keys that type nothing, {@link
   * #NOTHING}.
   *
   * @param plain the character without modifiers, in lower case; 0 for none
   * @param shifted the character with Shift; 0 where it is not known
   * @param us the character of the same key of a US keyboard; 0 where it is not known
   * @param text what it types now, with the modifiers that are down; empty for nothing
   */
  public record Typed(int plain, int shifted, int us, String text) {
    /** Types nothing. */
    public static final Typed NOTHING = new Typed(0, 0, 0, "");
  }

  /**
   * The keys that are held down with another.
   *
   * @param meta the Command or Windows key
   */
  public record Modifiers(boolean shift, boolean alt, boolean control, boolean meta) {
    /** None. */
    public static final Modifiers NONE = new Modifiers(false, false, false, false);

    boolean none() {
      return equals(NONE);
    }

    /** Whether at most Shift is down, so that a key types text. */
    boolean typing() {
      return !alt && !control && !meta;
    }

    /** As all protocols write them: 1 for none. */
    int code() {
      return 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (control ? 4 : 0) + (meta ? 8 : 0);
    }
  }

  /** The ways of a key. */
  public enum Event {
    /** It went down. */
    PRESS,
    /** It is still down. */
    REPEAT,
    /** It went up. */
    RELEASE
  }
}
