package dev.paddock.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The steps of something long as a check list with times. */
public final class ProgressList extends VBox {
  private final List<Row> rows = new ArrayList<>();

  /** An empty list. */
  public ProgressList(String id) {
    setId(id);
    getStyleClass().add("progress-list");
  }

  /** Shows the steps as they are; rows are kept, so that progress keeps turning. */
  public void show(List<ProgressItem> items) {
    while (rows.size() < items.size()) {
      var row = new Row();
      rows.add(row);
      getChildren().add(row);
    }
    while (rows.size() > items.size()) {
      getChildren().remove(rows.removeLast());
    }
    for (int i = 0; i < items.size(); i++) {
      rows.get(i).show(getId(), items.get(i));
    }
  }

  private static final class Row extends HBox {
    private final StackPane mark = new StackPane();
    private final Label title = new Label();
    private final Label detail = Labels.small("");
    private final Label time = new Label();

    Row() {
      super(12);
      mark.getStyleClass().add("step-mark");
      time.getStyleClass().add("step-time");
      time.setMinWidth(USE_PREF_SIZE);
      setAlignment(Pos.TOP_LEFT);
      getStyleClass().setAll("step", "");
      getChildren().addAll(mark, Layout.growing(Layout.column(2, title, detail)), time);
    }

    void show(String list, ProgressItem item) {
      var name = item.mark().name().toLowerCase(Locale.ROOT);
      if (!getStyleClass().getLast().equals(name)) {
        getStyleClass().setAll("step", name);
        mark.getChildren().setAll(icon(item.mark()));
      }
      setId(list + "-" + item.id());
      title.setText(item.title());
      detail.setText(item.detail());
      Layout.show(detail, !item.detail().isEmpty() && item.mark() != ProgressItem.Mark.DONE);
      time.setText(item.mark() == ProgressItem.Mark.WAITING ? "" : TimeText.precise(item.took()));
      setAccessibleText(item.title() + ", " + name);
    }

    private static Node icon(ProgressItem.Mark mark) {
      return switch (mark) {
        case WAITING -> new Icon(Symbol.CIRCLE, 16);
        case ACTIVE -> {
          var progress = new ProgressIndicator();
          progress.getStyleClass().add("small-progress");
          yield progress;
        }
        case DONE -> new Icon(Symbol.CHECK);
        case FAILED -> new Icon(Symbol.X);
      };
    }
  }
}
