package dev.paddock.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Sheets over the window's content, of which the uppermost is shown. While there is one, the
 * content underneath takes neither focus nor clicks; afterwards the focus returns to where it was.
 */
public final class ModalLayer extends StackPane {
  private static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");

  private final Node beneath;
  private final Deque<Sheet> sheets = new ArrayDeque<>();
  private @Nullable Node focusBefore;

  private static final class Sheet {
    private final Region node;
    private final Runnable escape;
    private Node focus;

    Sheet(Region node, Node focus, Runnable escape) {
      this.node = node;
      this.focus = focus;
      this.escape = escape;
    }
  }

  /** A layer above this content. */
  public ModalLayer(Node beneath) {
    this.beneath = beneath;
    getStyleClass().add("modal-layer");
    Layout.show(this, false);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          var top = sheets.peek();
          if (event.getCode() == KeyCode.ESCAPE && top != null) {
            event.consume();
            top.escape.run();
          }
        });
  }

  /**
   * Shows a sheet above those that are there.
   *
   * @param first gets the focus
   * @param escape what Esc does
   */
  public void show(Region sheet, Node first, Runnable escape) {
    var top = sheets.peek();
    var focused = getScene() == null ? null : getScene().getFocusOwner();
    if (top == null) {
      focusBefore = focused;
    } else if (focused != null) {
      top.focus = focused;
    }
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    sheets.push(new Sheet(sheet, first, escape));
    showTop();
  }

  /** Takes a sheet away, wherever it lies; does nothing where it does not. */
  public void hide(Region sheet) {
    if (sheets.removeIf(s -> s.node.equals(sheet))) {
      showTop();
    }
  }

  /** Whether there is a sheet. */
  public boolean isShowing() {
    return !sheets.isEmpty();
  }

  private void showTop() {
    var top = sheets.peek();
    beneath.setDisable(top != null);
    beneath.pseudoClassStateChanged(COVERED, top != null);
    Layout.show(this, top != null);
    if (top != null) {
      getChildren().setAll(top.node);
      // What lies in a scroll pane is part of the scene, and can be focused, only with its skin.
      applyCss();
      top.focus.requestFocus();
      return;
    }
    getChildren().clear();
    var before = focusBefore;
    focusBefore = null;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
  }
}
