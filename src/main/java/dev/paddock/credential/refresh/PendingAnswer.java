package dev.paddock.credential.refresh;

import java.time.Instant;
import java.util.Arrays;

/** A token endpoint's answer that is not known to be in the login's place. */
final class PendingAnswer implements AutoCloseable {
  private final StoredLogin.Used used;
  private final Instant asked;
  private final byte[] answer;

  /** Takes the array over. */
  PendingAnswer(StoredLogin.Used used, Instant asked, byte[] answer) {
    this.used = used;
    this.asked = asked;
    this.answer = answer;
  }

  /** The tokens that the question was asked with. */
  StoredLogin.Used used() {
    return used;
  }

  Instant asked() {
    return asked;
  }

  /** Not a copy. */
  byte[] answer() {
    return answer;
  }

  @Override
  public void close() {
    Arrays.fill(answer, (byte) 0);
  }
}
