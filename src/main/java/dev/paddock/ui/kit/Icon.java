package dev.paddock.ui.kit;

import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** An icon. Its colour is the style sheet's {@code -icon-color} where it is. */
public final class Icon extends Pane {
  private static final double GRID = 24;
  private static final double USUAL = 18;

  private final SVGPath lines = new SVGPath();

  /** An icon of the usual size. */
  public Icon(Symbol symbol) {
    this(symbol, USUAL);
  }

  /** An icon with this side length. */
  public Icon(Symbol symbol, double size) {
    getStyleClass().add("icon");
    lines.getStyleClass().add("icon-lines");
    lines.setManaged(false);
    lines.getTransforms().add(new Scale(size / GRID, size / GRID));
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    getChildren().add(lines);
    show(symbol);
  }

  /** Shows something else. */
  public void show(Symbol symbol) {
    lines.setContent(symbol.lines());
  }
}
