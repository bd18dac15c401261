package dev.paddock.proxy.scrub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers how to find what was put on a session's requests last, because most requests have the
 * same credential as the one before. May be used by several threads.
 */
public final class KnownSecrets implements AutoCloseable {
  private final Map<Object, SecretForms> forms = new ConcurrentHashMap<>();

  /**
   * The forms of a secret.
   *
   * @param use what it is used for; the secret may change, the placeholder does not
   */
  public SecretForms forms(Object use, byte[] secret, String placeholder) {
    var known = forms.get(use);
    if (known != null && known.areOf(secret)) {
      return known;
    }
    var made = SecretForms.of(secret, placeholder);
    forms.put(use, made);
    return made;
  }

  /** Wipes them; answers that are still under way are not searched any more. */
  @Override
  public void close() {
    forms.values().forEach(SecretForms::wipe);
    forms.clear();
  }

  @Override
  public String toString() {
    return "KnownSecrets[…]";
  }
}
