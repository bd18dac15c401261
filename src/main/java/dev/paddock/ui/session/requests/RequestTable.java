package dev.paddock.ui.session.requests;

import dev.paddock.proxy.log.RequestRecord;
import dev.paddock.ui.kit.Labels;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The requests, a line each; newest first unless the person sorts by a column. */
final class RequestTable extends TableView<RequestRecord> {

  private final Label nothing = Labels.muted("");

  RequestTable(RequestsViewModel model) {
    setId("requests-table");
    setAccessibleText("Requests of this session");
    getStyleClass().addAll("requests-table", "dense");
    var sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setRowFactory(table -> new RequestRow());
    setFixedCellSize(26);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(nothing);
    getColumns()
        .setAll(
            List.of(
                column("Time", 60, 70, RequestText::time, by(RequestRecord::number)),
                decision(),
                column("Method", 78, 80, r -> r.request().method()),
                column("Host", 78, 180, r -> r.request().host()),
                column("Path", 36, 140, r -> r.request().path()),
                column("Status", 48, 58, RequestText::status),
                numbers("Size", 52, 62, RequestText::size, by(RequestText::bytesOf)),
                numbers("Took", 52, 62, RequestText::duration, by(RequestTable::nanos)),
                numbers("Tokens", 54, 88, RequestText::tokens, by(RequestTable::tokens))));
  }

  /** Says why there is no line. */
  void explainEmptiness(String text) {
    nothing.setText(text);
  }

  private static TableColumn<RequestRecord, RequestRecord> decision() {
    var column = column("Decision", 112, 116, RequestText::decision);
    column.setCellFactory(c -> new DecisionCell());
    return column;
  }

  private static TableColumn<RequestRecord, RequestRecord> numbers(
      String name,
      double min,
      double width,
      Function<RequestRecord, String> text,
      Comparator<RequestRecord> order) {
    var column = column(name, min, width, text, order);
    column.getStyleClass().add("numbers");
    return column;
  }

  private static TableColumn<RequestRecord, RequestRecord> column(
      String name, double min, double width, Function<RequestRecord, String> text) {
    return column(name, min, width, text, Comparator.comparing(text));
  }

  private static TableColumn<RequestRecord, RequestRecord> column(
      String name,
      double min,
      double width,
      Function<RequestRecord, String> text,
      Comparator<RequestRecord> order) {
    var column = new TableColumn<RequestRecord, RequestRecord>(name);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(c -> new TextCell(text));
    column.setComparator(order);
    column.setMinWidth(min);
    column.setPrefWidth(width);
    return column;
  }

  private static Comparator<RequestRecord> by(ToLongFunction<RequestRecord> value) {
    return Comparator.comparingLong(value);
  }

  private static long nanos(RequestRecord request) {
    return request.traffic().duration().toNanos();
  }

  private static long tokens(RequestRecord request) {
    return request.tokens().map(t -> t.input() + t.output()).orElse(-1L);
  }

  private static final class TextCell extends TableCell<RequestRecord, RequestRecord> {
    private final Function<RequestRecord, String> text;

    TextCell(Function<RequestRecord, String> text) {
      this.text = text;
    }

    @Override
    protected void updateItem(@Nullable RequestRecord request, boolean empty) {
      super.updateItem(request, empty);
      setText(empty || request == null ? null : text.apply(request));
    }
  }
}
