package dev.paddock.proxy.scrub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The forms of the secrets that a session puts on its requests: few, and the same again and again.
 * May be used by several threads.
 */
public final class KnownSecrets {
  /** One for each login and repository; of more the oldest is worked out anew. */
  private static final int MOST = 64;

  private volatile List<Known> known = List.of();

  /** Wiped with the session's memory only; the source of the secret holds it just as long. */
  @SuppressWarnings("ArrayRecordComponent") // private, compared by hand
  private record Known(byte[] secret, String placeholder, SecretForms forms) {}

  /**
   * The forms of a secret.
   *
   * @param secret copied
   * @param placeholder what is put in its place
   */
  public SecretForms forms(byte[] secret, String placeholder) {
    for (var one : known) {
      if (one.placeholder().equals(placeholder) && Arrays.equals(one.secret(), secret)) {
        return one.forms();
      }
    }
    return remember(new Known(secret.clone(), placeholder, SecretForms.of(secret, placeholder)));
  }

  private synchronized SecretForms remember(Known one) {
    var all = new ArrayList<Known>();
    all.add(one);
    all.addAll(known.subList(0, Math.min(known.size(), MOST - 1)));
    known = List.copyOf(all);
    return one.forms();
  }

  @Override
  public String toString() {
    return "KnownSecrets[" + known.size() + "]";
  }
}
