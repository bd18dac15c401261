package dev.paddock.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets folders be dropped on a node; files are not accepted. */
public final class FolderDrop {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drag-over");

  private FolderDrop() {}

  /**
   * Gives dropped folders, at least one, to the consumer. The node has the pseudo-class {@code
   * drag-over} while folders hover over it.
   */
  public static void install(Node target, Consumer<List<Path>> dropped) {
    target.addEventHandler(
        DragEvent.DRAG_ENTERED,
        event -> target.pseudoClassStateChanged(OVER, !folders(event.getDragboard()).isEmpty()));
    target.addEventHandler(
        DragEvent.DRAG_EXITED, event -> target.pseudoClassStateChanged(OVER, false));
    target.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (!folders(event.getDragboard()).isEmpty()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
          }
        });
    target.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          var folders = folders(event.getDragboard());
          if (!folders.isEmpty()) {
            event.setDropCompleted(true);
            event.consume();
            dropped.accept(folders);
          }
        });
  }

  private static List<Path> folders(Dragboard board) {
    return board.hasFiles()
        ? board.getFiles().stream().filter(File::isDirectory).map(File::toPath).toList()
        : List.of();
  }
}
