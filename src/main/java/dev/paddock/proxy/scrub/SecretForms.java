package dev.paddock.proxy.scrub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a secret in bytes, in all its forms at once: as it is, and inside of Base64 wherever it may
 * begin there, as an echo of Basic has it. Immutable, for all threads.
 *
 * <p>Wu and Manber's search: the two bytes at the end of a window say how far the window can move,
 * as a rule by its whole length, so that only one or two bytes in each length of the secret are
 * looked at.
 */
public final class SecretForms {
  /** A shorter one could stand in a text by chance; real ones have 40 characters or more. */
  private static final int SHORTEST = 12;

  private static final int LONGEST_WINDOW = 256;
  private static final int SLOTS = 4096;
  private static final int GROUP = 3;

  private final List<SecretForm> forms;
  private final int window;
  private final int longest;
  private final byte[] moves = new byte[SLOTS];
  private final boolean[] occurs = new boolean[256];

  /** Of forms with two bytes or more each; where several stand in one place the shortest counts. */
  SecretForms(List<SecretForm> unordered) {
    forms =
        unordered.stream().sorted(Comparator.comparingInt(form -> form.octets().length)).toList();
    longest = forms.isEmpty() ? 0 : forms.getLast().octets().length;
    window = forms.isEmpty() ? 0 : Math.min(forms.getFirst().octets().length, LONGEST_WINDOW);
    Arrays.fill(moves, (byte) Math.max(0, window - 1));
    for (var form : forms) {
      note(form.octets());
    }
  }

  /**
   * The forms of a secret; none where it is so short that it could be found by chance.
   *
   * @param secret copied
   * @param placeholder what is put in its place, ASCII
   */
  public static SecretForms of(byte[] secret, String placeholder) {
    if (secret.length < SHORTEST) {
      return new SecretForms(List.of());
    }
    var standIn = placeholder.getBytes(US_ASCII);
    var forms = new ArrayList<SecretForm>();
    forms.add(new SecretForm(secret.clone(), standIn));
    for (int before = 0; before < GROUP; before++) {
      var form = new SecretForm(base64(secret, before), base64(standIn, before));
      // Another length would move all that follows it inside of its group.
      forms.add(new SecretForm(form.octets(), form.standInOfSameLength()));
    }
    return new SecretForms(forms);
  }

  void wipe() {
    forms.forEach(form -> Arrays.fill(form.octets(), (byte) 0));
  }

  boolean isEmpty() {
    return forms.isEmpty();
  }

  int longest() {
    return longest;
  }

  /**
   * Where the first form begins that is in the text wholly, or as far as the text goes.
   *
   * @param from absolute, as {@code end}, which is returned where there is none
   */
  int next(ByteBuffer text, int from, int end) {
    int last = from + window - 1;
    while (last < end) {
      last = leap(text, last, end);
      int move = move(text, last);
      if (move == 0) {
        int at = last - window + 1;
        if (begins(text, at, end)) {
          return at;
        }
        move = 1;
      }
      last += move;
    }
    return nextInTail(text, last - window + 1, end);
  }

  /** The form that is wholly there, or null. */
  @Nullable SecretForm whole(ByteBuffer text, int at, int end) {
    for (var form : forms) {
      if (form.octets().length <= end - at && form.begins(text, at, end)) {
        return form;
      }
    }
    return null;
  }

  /** The text with the placeholder for each secret; the same object where there is none. */
  public String replaceIn(String text) {
    if (isEmpty() || text.length() < window) {
      return text;
    }
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    int end = bytes.limit();
    var replaced = new StringBuilder();
    int done = 0;
    for (int at = next(bytes, 0, end); at < end; ) {
      var form = whole(bytes, at, end);
      if (form == null) {
        at = next(bytes, at + 1, end);
      } else {
        replaced.append(text, done, at).append(new String(form.standIn(), US_ASCII));
        done = at + form.octets().length;
        at = next(bytes, done, end);
      }
    }
    return done == 0 ? text : replaced.append(text, done, end).toString();
  }

  /** Whether these are the forms of this secret. */
  boolean areOf(byte[] secret) {
    return forms.stream().anyMatch(form -> Arrays.equals(form.octets(), secret));
  }

  @Override
  public String toString() {
    return "SecretForms[…]";
  }

  /** Goes on while it can by whole windows; four looks do not wait for each other. */
  private int leap(ByteBuffer text, int from, int end) {
    int whole = window - 1;
    int last = from;
    while (end - last > 3 * whole
        && (move(text, last)
                & move(text, last + whole)
                & move(text, last + 2 * whole)
                & move(text, last + 3 * whole))
            == whole) {
      last += 3 * whole;
    }
    return last;
  }

  private int move(ByteBuffer text, int last) {
    return moves[slot(text.getShort(last - 1))] & 0xff;
  }

  /** Where less than a window is left. Texts mostly end with a byte that no secret has. */
  private int nextInTail(ByteBuffer text, int from, int end) {
    int at = end;
    while (at > from && occurs[text.get(at - 1) & 0xff]) {
      at--;
    }
    while (at < end && !begins(text, at, end)) {
      at++;
    }
    return at;
  }

  private boolean begins(ByteBuffer text, int at, int end) {
    for (int i = 0; i < forms.size(); i++) {
      if (forms.get(i).begins(text, at, end)) {
        return true;
      }
    }
    return false;
  }

  private void note(byte[] octets) {
    for (byte octet : octets) {
      occurs[octet & 0xff] = true;
    }
    for (int i = 1; i < window; i++) {
      int slot = slot((octets[i - 1] << 8) | (octets[i] & 0xff));
      moves[slot] = (byte) Math.min(moves[slot] & 0xff, window - 1 - i);
    }
  }

  private static int slot(int pair) {
    return (pair ^ ((pair & 0xff00) >> 3)) & (SLOTS - 1);
  }

  /** The characters that the secret alone decides, after so many bytes of something else. */
  private static byte[] base64(byte[] secret, int before) {
    var text = new byte[before + secret.length];
    System.arraycopy(secret, 0, text, before, secret.length);
    var encoded = Base64.getEncoder().encode(text);
    Arrays.fill(text, (byte) 0);
    int start = (before * 8 + 5) / 6;
    return Arrays.copyOfRange(encoded, start, text.length * 8 / 6);
  }
}
