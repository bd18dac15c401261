package dev.paddock.template;

import dev.paddock.base.Escaped;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that a template is made of could not be had. */
final class DownloadException extends ExplainedException {
  private final UserError error;

  private DownloadException(UserError error, @Nullable Throwable cause) {
    super(error.what(), cause);
    this.error = error;
  }

  /** The server could not be reached, or the connection broke again and again. */
  static DownloadException network(String url, IOException cause) {
    var reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new DownloadException(
        new UserError(
            "Downloading " + Escaped.text(url) + " failed.",
            "The connection could not be made or broke off: " + Escaped.text(reason) + ".",
            "Check the network, then run the same command again.",
            ExitCode.UNAVAILABLE),
        cause);
  }

  /** The server answered, but not with the file. */
  static DownloadException status(String url, int status) {
    return new DownloadException(
        new UserError(
            "Downloading " + Escaped.text(url) + " failed.",
            "The server answered with status " + status + ".",
            status == 404
                ? "Check the address; a newer Paddock may know where the file is now."
                : "Try again later.",
            ExitCode.UNAVAILABLE),
        null);
  }

  /** The bytes are not those that were expected. */
  static DownloadException digest(String source, Digest expected, Digest found) {
    return new DownloadException(
        new UserError(
            Escaped.text(source) + " is not the file that was expected.",
            "Its digest differs, so it is damaged or has been replaced; it was not used.",
            "Try again; where it happens again, do not use that source.",
            ExitCode.UNAVAILABLE,
            "expected " + expected + "\nfound    " + found),
        null);
  }

  /** The answer of a package registry cannot be used. */
  static DownloadException registry(String url, String reason) {
    return new DownloadException(
        new UserError(
            "The package registry's answer for " + Escaped.text(url) + " cannot be used.",
            Escaped.text(reason),
            "Check npm_config_registry, or leave it unset.",
            ExitCode.UNAVAILABLE),
        null);
  }

  /** A file that the person named cannot be used. */
  static DownloadException input(String what, String why, String fix) {
    return new DownloadException(new UserError(what, why, fix, ExitCode.NO_INPUT), null);
  }

  /** A local file could not be read or written. */
  static DownloadException file(Path file, IOException cause) {
    if (isDiskFull(cause)) {
      return new DownloadException(
          new UserError(
              "There is no room left for " + Escaped.text(file.toString()) + ".",
              "The disk is full.",
              "Free some space, then run the same command again.",
              ExitCode.CANNOT_WRITE),
          cause);
    }
    return new DownloadException(
        new UserError(
            "The file " + Escaped.text(file.toString()) + " could not be read or written.",
            Escaped.text(cause.getClass().getSimpleName() + ": " + cause.getMessage()),
            "Check the folder's permissions and the disk.",
            ExitCode.CANNOT_WRITE),
        cause);
  }

  /** Java has no type of its own for it: the system's words are all there is. */
  static boolean isDiskFull(IOException failure) {
    var text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("no space left") || text.contains("quota exceeded");
  }

  @Override
  public UserError explain() {
    return error;
  }
}
