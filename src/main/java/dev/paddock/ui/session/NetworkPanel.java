package dev.paddock.ui.session;

import dev.paddock.session.NetworkNotice;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The requests that did not get through, newest first. */
final class NetworkPanel extends VBox {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private final ListView<NetworkNotice> list = new ListView<>();

  NetworkPanel() {
    super(12);
    setId("network-panel");
    getStyleClass().add("side-panel");
    list.setId("network-list");
    list.setAccessibleText("Refused requests");
    list.setCellFactory(view -> new Cell());
    var empty = Labels.muted("No request was refused so far.");
    list.setPlaceholder(empty);
    getChildren().addAll(Labels.caption("Refused requests"), Layout.growing(list));
  }

  void show(List<NetworkNotice> notices) {
    list.getItems().setAll(notices);
  }

  private static final class Cell extends ListCell<NetworkNotice> {
    Cell() {
      // As wide as the list, so that long names wrap and nothing scrolls sideways.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable NetworkNotice notice, boolean empty) {
      super.updateItem(notice, empty);
      if (empty || notice == null) {
        setGraphic(null);
        return;
      }
      var time = TIME.format(notice.time().atZone(ZoneId.systemDefault()));
      var times = notice.count() == 1 ? time : time + " · " + notice.count() + " times";
      setGraphic(
          Layout.column(
              2, Labels.mono(notice.host()), Labels.plain(notice.text()), Labels.small(times)));
    }
  }
}
