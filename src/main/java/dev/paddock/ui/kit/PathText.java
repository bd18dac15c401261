package dev.paddock.ui.kit;

import dev.paddock.base.Escaped;
import java.nio.file.Path;

/** Paths as people read them; a file name is somebody else's text and is escaped. */
public final class PathText {
  private PathText() {}

  /** The folder's own name. */
  public static String name(Path path) {
    var name = path.getFileName();
    return Escaped.text(name == null ? path.toString() : name.toString(), 80);
  }

  /** The whole path, with {@code ~} for the person's home. */
  public static String full(Path path) {
    var home = Path.of(System.getProperty("user.home"));
    var shown = path.startsWith(home) && !path.equals(home) ? "~/" + home.relativize(path) : path;
    return Escaped.text(shown.toString(), 400);
  }
}
