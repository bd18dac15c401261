package dev.paddock.proxy;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import dev.paddock.proxy.connect.ListenAddress;
import org.jspecify.annotations.Nullable;

/** A listener could not be opened. */
public final class ListenException extends ExplainedException {
  private final ListenAddress address;
  private final String why;

  ListenException(ListenAddress address, String why, @Nullable Throwable cause) {
    super("cannot listen on " + address + ": " + why, cause);
    this.address = address;
    this.why = why;
  }

  @Override
  public UserError explain() {
    return switch (address) {
      case ListenAddress.UnixSocket(var path) ->
          new UserError(
              "The proxy cannot listen on " + path + ".",
              "The system says: " + why + ".",
              "Check that the folder exists, is yours, and has a short path.",
              ExitCode.UNAVAILABLE);
      case ListenAddress.Loopback(var port) ->
          new UserError(
              "The proxy cannot listen on port " + port + " of 127.0.0.1.",
              "The system says: " + why + ".",
              "Choose another port, or none to take any free one.",
              ExitCode.UNAVAILABLE);
    };
  }
}
