package dev.paddock.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Paddock's mark, a piece of fence, as in {@code assets/icon.svg}. */
public final class Logo extends StackPane {
  private static final double GRID = 24;

  /** The mark with this side length. */
  public Logo(double size) {
    var fence = new SVGPath();
    fence.setContent(
        "M5 3.5 L6.75 2 L8.5 3.5 V20.5 A1 1 0 0 1 7.5 21.5 H6 A1 1 0 0 1 5 20.5 Z"
            + " M15.5 3.5 L17.25 2 L19 3.5 V20.5 A1 1 0 0 1 18 21.5 H16.5 A1 1 0 0 1 15.5 20.5 Z"
            + " M2 7.5 H22 V10.2 H2 Z M2 13.8 H22 V16.5 H2 Z");
    fence.getStyleClass().add("logo");
    fence.setScaleX(size / GRID);
    fence.setScaleY(size / GRID);
    setAlignment(Pos.CENTER);
    setMinSize(size, size);
    setMaxSize(size, size);
    getChildren().add(fence);
  }
}
