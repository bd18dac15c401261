package dev.paddock.ui;

import dev.paddock.ui.kit.DesktopActions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A desktop whose person always chooses the same, and which remembers what it was asked. */
public final class FakeDesktop implements DesktopActions {
  /** What the person chooses next. */
  public Optional<Path> choice = Optional.empty();

  /** What was copied. */
  public final List<String> copied = new ArrayList<>();

  /** What was opened. */
  public final List<Path> opened = new ArrayList<>();

  @Override
  public Optional<Path> chooseFolder(String title) {
    return choice;
  }

  @Override
  public Optional<Path> chooseFile(String title) {
    return choice;
  }

  @Override
  public void copy(String text) {
    copied.add(text);
  }

  @Override
  public void open(Path file) {
    opened.add(file);
  }
}
