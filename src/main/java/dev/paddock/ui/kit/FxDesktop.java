package dev.paddock.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The real desktop, by JavaFX. */
public final class FxDesktop implements DesktopActions {
  private final Window owner;
  private final HostServices services;

  /** Dialogs belong to the owner. */
  public FxDesktop(Window owner, HostServices services) {
    this.owner = owner;
    this.services = services;
  }

  @Override
  public Optional<Path> chooseFolder(String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> chooseFile(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void open(Path file) {
    services.showDocument(file.toUri().toString());
  }
}
