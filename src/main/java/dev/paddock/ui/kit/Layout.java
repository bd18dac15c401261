package dev.paddock.ui.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How nodes are put beside each other, so that all screens breathe alike. */
public final class Layout {
  private Layout() {}

  /** Side by side on one line. */
  public static HBox row(double gap, Node... nodes) {
    var row = new HBox(gap, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** One under the other. */
  public static VBox column(double gap, Node... nodes) {
    return new VBox(gap, nodes);
  }

  /** Takes the room that nothing else needs. */
  public static Region spacer() {
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    VBox.setVgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** The same node, growing along its row or column. */
  public static <N extends Node> N growing(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  /** A page that scrolls: its content in the middle, no wider than is good to read. */
  public static ScrollPane page(Region content, double maxWidth) {
    content.setMaxWidth(maxWidth);
    var centred = new StackPane(content);
    StackPane.setAlignment(content, Pos.TOP_CENTER);
    centred.getStyleClass().add("page");
    return scrolling(centred);
  }

  /** Scrolls up and down only, and takes no focus itself. */
  public static ScrollPane scrolling(Node content) {
    var pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    return pane;
  }

  /** Shows a node, or takes it away with the room it needs. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Fills a card with rows that are divided by lines. */
  public static void fillCard(VBox card, List<? extends Node> rows) {
    rows.forEach(row -> row.getStyleClass().remove("last"));
    if (!rows.isEmpty()) {
      rows.getLast().getStyleClass().add("last");
    }
    card.getChildren().setAll(rows);
  }
}
