package dev.paddock.credential;

import java.io.IOException;

/** How a provider's client writes its login down. */
@FunctionalInterface
interface LoginFormat<A> {

  /**
   * Reads the content token by token, so that no text object ever holds a secret.
   *
   * @throws MissingField where it is JSON of another form
   */
  Reading<A> parse(byte[] content) throws IOException;
}
