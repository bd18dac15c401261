package dev.paddock.terminal;

/**
 * Puts character attributes (SGR) into the plain form that every widget reads: no sub-numbers, no
 * attribute beyond the common ones. What has no plain form is left out together with its arguments,
 * so that the rest keeps its meaning.
 */
final class Rendition {
  private static final int FOREGROUND = 38;
  private static final int BACKGROUND = 48;
  private static final int UNDERLINE_COLOUR = 58;

  private final ControlSequence sequence;
  private final StringBuilder plain = new StringBuilder();
  private int index;

  private Rendition(ControlSequence sequence) {
    this.sequence = sequence;
  }

  /** The attributes, separated by semicolons; empty where nothing is left. */
  static CharSequence plain(ControlSequence sequence) {
    return sequence.count() == 0 ? "0" : new Rendition(sequence).plain();
  }

  private CharSequence plain() {
    while (index < sequence.count()) {
      int attribute = sequence.value(index, 0);
      switch (attribute) {
        case 4 -> underline();
        case 21 -> add(4);
        case FOREGROUND, BACKGROUND, UNDERLINE_COLOUR -> colour(attribute);
        default -> {
          if (common(attribute) && !sequence.isSub(index + 1)) {
            add(attribute);
          }
        }
      }
      index = sequence.next(index);
    }
    return plain;
  }

  private void underline() {
    boolean off = sequence.isSub(index + 1) && sequence.value(index + 1, 1) == 0;
    add(off ? 24 : 4);
  }

  private void colour(int attribute) {
    if (sequence.isSub(index + 1)) {
      int count = sequence.next(index) - index - 1;
      int kind = sequence.value(index + 1, 0);
      // 38:2:r:g:b, or with an empty colour space in front: 38:2::r:g:b
      int skip = kind == 2 && count >= 5 ? 1 : 0;
      colour(attribute, kind, index + 2 + skip, count - 1 - skip);
      return;
    }
    int kind = sequence.value(index + 1, 0);
    int arguments = kind == 2 ? 3 : kind == 5 ? 1 : 0;
    int available = Math.max(0, sequence.count() - index - 2);
    colour(attribute, kind, index + 2, Math.min(arguments, available));
    index = Math.min(sequence.count() - 1, index + 1 + arguments);
  }

  private void colour(int attribute, int kind, int first, int available) {
    int needed = kind == 2 ? 3 : kind == 5 ? 1 : Integer.MAX_VALUE;
    if (available < needed || attribute == UNDERLINE_COLOUR) {
      return;
    }
    for (int i = first; i < first + needed; i++) {
      if (sequence.value(i, 0) > 255) {
        return;
      }
    }
    add(attribute);
    add(kind);
    for (int i = first; i < first + needed; i++) {
      add(sequence.value(i, 0));
    }
  }

  private void add(int number) {
    if (!plain.isEmpty()) {
      plain.append(';');
    }
    plain.append(number);
  }

  private static boolean common(int attribute) {
    return switch (attribute) {
      case 0, 1, 2, 3, 5, 6, 7, 8, 22, 23, 24, 25, 27, 28, 39, 49 -> true;
      default ->
          in(attribute, 30, 37)
              || in(attribute, 40, 47)
              || in(attribute, 90, 97)
              || in(attribute, 100, 107);
    };
  }

  private static boolean in(int value, int from, int to) {
    return value >= from && value <= to;
  }
}
