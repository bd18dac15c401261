package dev.paddock.ui.session.requests;

import dev.paddock.proxy.TrafficMeter;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Fields;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.Symbol;
import dev.paddock.ui.kit.View;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The panel below a session's terminal. */
public final class RequestsView extends View {
  private final RequestsViewModel model;
  private final TextField filter = Fields.text("requests-filter", "Filter requests");
  private final ToggleButton blockedOnly = new ToggleButton("Blocked only");
  private final Label totals = Labels.small("");
  private final Label received = Labels.small("");
  private final Label sent = Labels.small("");
  private final TrafficChart chart = new TrafficChart();
  private final RequestTable table;
  private final RequestDetail detail = new RequestDetail();
  private final VBox root;

  /** A panel that {@code close} takes away. */
  public RequestsView(RequestsViewModel model, Runnable close) {
    this.model = model;
    table = new RequestTable(model);
    filter.setPromptText("Filter: host, path, method, status");
    filter.setPrefColumnCount(22);
    filter.getStyleClass().add("compact");
    blockedOnly.setId("requests-blocked");
    blockedOnly.setAccessibleText("Show blocked requests only");
    blockedOnly.getStyleClass().addAll("compact", "choice");
    blockedOnly.setMinWidth(Region.USE_PREF_SIZE);
    totals.setId("requests-totals");
    totals.setWrapText(false);
    var caption = Labels.caption("Requests");
    caption.setMinWidth(Region.USE_PREF_SIZE);
    var bar =
        Layout.row(
            8,
            caption,
            Layout.spacer(),
            filter,
            blockedOnly,
            Buttons.icon("requests-close", "Hide the requests", Symbol.X, close));
    bar.getStyleClass().add("requests-bar");
    root = Layout.column(0, bar, trafficBar(), chart, Layout.growing(table), detail);
    root.setId("requests");
    root.getStyleClass().add("requests");
  }

  @Override
  public Region root() {
    return root;
  }

  /** Gets the focus: the filter. */
  public Node first() {
    return filter;
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    lifetime.bindBoth(filter.textProperty(), model.filter());
    lifetime.bindBoth(blockedOnly.selectedProperty(), model.blockedOnly());
    lifetime.bind(totals.textProperty(), model.totals());
    lifetime.watch(model.traffic(), this::show);
    lifetime.watch(table.getSelectionModel().selectedItemProperty(), detail::show);
    lifetime.watchList(model.shown(), () -> table.explainEmptiness(model.nothing()));
    model.attach(lifetime);
  }

  private void show(List<TrafficMeter.Second> seconds) {
    if (!seconds.isEmpty()) {
      chart.show(seconds);
      received.setText("received " + RequestText.bytes(seconds.getLast().received()) + "/s");
      sent.setText("sent " + RequestText.bytes(seconds.getLast().sent()) + "/s");
    }
  }

  private HBox trafficBar() {
    for (var label : List.of(received, sent)) {
      label.setWrapText(false);
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    var bar =
        Layout.row(
            6, key("received-key"), received, key("sent-key"), sent, Layout.spacer(), totals);
    bar.getStyleClass().add("traffic-bar");
    return bar;
  }

  private static Region key(String style) {
    var line = new Region();
    line.getStyleClass().addAll("traffic-key", style);
    return line;
  }
}
