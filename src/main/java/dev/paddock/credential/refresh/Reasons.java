package dev.paddock.credential.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.paddock.credential.KeychainException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import javax.net.ssl.SSLException;

/** Says why something did not work, in words that cannot hold a token. */
final class Reasons {
  private Reasons() {}

  /** For a person, without a full stop. */
  static String of(IOException e) {
    return switch (e) {
      // A parser quotes what it reads.
      case JsonProcessingException broken -> "the login is not JSON";
      case UnknownHostException unknown -> "there is no connection to the provider";
      case ConnectException refused -> "there is no connection to the provider";
      case SocketTimeoutException late -> "the provider did not answer in time";
      case SSLException untrusted -> "there is no secure connection to the provider";
      case NoSuchFileException none -> "there is no login";
      case AccessDeniedException denied -> denied.getFile() + " cannot be written";
      case RefreshException known -> known.why();
      case KeychainException refused -> refused.why();
      default -> "it failed with " + e.getClass().getSimpleName();
    };
  }
}
