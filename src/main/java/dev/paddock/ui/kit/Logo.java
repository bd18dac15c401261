package dev.paddock.ui.kit;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Paddock's mark, a piece of fence on a meadow, as in {@code assets/icon.svg}. */
public final class Logo extends StackPane {
  private static final double GRID = 24;
  private static final String FENCE =
      "M5.2 7.2 L6.6 5.4 L8 7.2 V18.8 H5.2 Z"
          + " M10.6 7.2 L12 5.4 L13.4 7.2 V18.8 H10.6 Z"
          + " M16 7.2 L17.4 5.4 L18.8 7.2 V18.8 H16 Z"
          + " M3.2 9.4 H20.8 V11.4 H3.2 Z M3.2 14.2 H20.8 V16.2 H3.2 Z";

  /** The mark with this side length. */
  public Logo(double size) {
    getStyleClass().add("logo");
    var fence = new SVGPath();
    fence.setContent(FENCE);
    fence.getStyleClass().add("logo-fence");
    fence.setScaleX(size / GRID);
    fence.setScaleY(size / GRID);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    getChildren().add(fence);
  }
}
