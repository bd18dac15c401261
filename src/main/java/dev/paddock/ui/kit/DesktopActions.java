package dev.paddock.ui.kit;

import java.nio.file.Path;
import java.util.Optional;

/** What the desktop does for the window; behind an interface because tests have no desktop. */
public interface DesktopActions {

  /** Lets the person choose a folder; empty when they changed their mind. FX thread, waits. */
  Optional<Path> chooseFolder(String title);

  /** Lets the person choose a file; empty when they changed their mind. FX thread, waits. */
  Optional<Path> chooseFile(String title);

  /** Puts text on the clipboard. */
  void copy(String text);

  /** Opens a file with the program that the desktop has for it. */
  void open(Path file);
}
