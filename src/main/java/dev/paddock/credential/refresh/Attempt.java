package dev.paddock.credential.refresh;

import java.time.Duration;

/** What one try to renew a login came to, before anybody has looked whether the login changed. */
public sealed interface Attempt {

  /** The provider gave new tokens, or another program did it at the same time. */
  record Done() implements Attempt {}

  /**
   * It may work later.
   *
   * @param why for a person, without a full stop and without a secret
   * @param pause how long the provider wants to be left alone; zero where it did not say
   */
  record Failed(String why, Duration pause) implements Attempt {
    Failed(String why) {
      this(why, Duration.ZERO);
    }
  }

  /** It will not work again with these tokens. */
  record Refused(String why) implements Attempt {}

  /** There is no such program on this machine. */
  record Missing(String program) implements Attempt {}
}
