package dev.paddock.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Drags files over nodes and drops them, as a desktop does; the headless platform cannot. */
public final class Drops {
  private Drops() {}

  /** The files enter the node and stay over it. FX thread. */
  public static void over(Node target, List<Path> files) {
    var board = board(files);
    fire(target, board, DragEvent.DRAG_ENTERED);
    fire(target, board, DragEvent.DRAG_OVER);
  }

  /**
   * The files are dropped on the node. FX thread.
   *
   * @return whether somebody took them
   */
  public static boolean drop(Node target, List<Path> files) {
    var board = board(files);
    fire(target, board, DragEvent.DRAG_ENTERED);
    fire(target, board, DragEvent.DRAG_OVER);
    // Firing copies the event, so whether it was taken is seen only on the way, by whoever took it.
    var taken = new AtomicBoolean();
    EventHandler<DragEvent> watch = event -> taken.compareAndSet(false, event.isDropCompleted());
    eachUpFrom(target, node -> node.addEventHandler(DragEvent.DRAG_DROPPED, watch));
    fire(target, board, DragEvent.DRAG_DROPPED);
    eachUpFrom(target, node -> node.removeEventHandler(DragEvent.DRAG_DROPPED, watch));
    fire(target, board, DragEvent.DRAG_EXITED);
    return taken.get();
  }

  private static void eachUpFrom(Node target, Consumer<Node> action) {
    for (var node = target; node != null; node = node.getParent()) {
      action.accept(node);
    }
  }

  private static void fire(Node target, Dragboard board, EventType<DragEvent> type) {
    var at = target.localToScreen(target.getBoundsInLocal());
    var event =
        new DragEvent(
            type,
            board,
            at.getCenterX(),
            at.getCenterY(),
            at.getCenterX(),
            at.getCenterY(),
            TransferMode.COPY,
            null,
            target,
            null);
    Event.fireEvent(target, event);
  }

  private static Dragboard board(List<Path> paths) {
    List<File> files = paths.stream().map(Path::toFile).toList();
    var peer =
        (TKClipboard)
            Proxy.newProxyInstance(
                Drops.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (self, method, arguments) ->
                    switch (method.getName()) {
                      case "getContentTypes" -> Set.of(DataFormat.FILES);
                      case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? files : null;
                      case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                      case "getTransferModes" -> EnumSet.allOf(TransferMode.class);
                      case "getDragViewOffsetX", "getDragViewOffsetY" -> 0.0;
                      case "putContent" -> false;
                      default -> null;
                    });
    return DragboardHelper.createDragboard(peer);
  }
}
