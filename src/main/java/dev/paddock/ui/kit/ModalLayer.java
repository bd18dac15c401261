package dev.paddock.ui.kit;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * One sheet over the window's content. While it is there, the content underneath takes neither
 * focus nor clicks, and the focus returns to where it was afterwards.
 */
public final class ModalLayer extends StackPane {
  private final Node beneath;
  private @Nullable Node focusBefore;
  private Runnable onEscape = () -> {};

  /** A layer above this content. */
  public ModalLayer(Node beneath) {
    this.beneath = beneath;
    getStyleClass().add("modal-layer");
    Layout.show(this, false);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            onEscape.run();
          }
        });
  }

  /**
   * Shows a sheet in place of the one before.
   *
   * @param first gets the focus
   * @param escape what Esc does
   */
  public void show(Region sheet, Node first, Runnable escape) {
    if (!isVisible() && getScene() != null) {
      focusBefore = getScene().getFocusOwner();
    }
    onEscape = escape;
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(sheet);
    beneath.setDisable(true);
    Layout.show(this, true);
    first.requestFocus();
  }

  /** Takes the sheet away. */
  public void hide() {
    getChildren().clear();
    Layout.show(this, false);
    beneath.setDisable(false);
    var before = focusBefore;
    focusBefore = null;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
  }
}
