package dev.paddock.ui.session.requests;

import dev.paddock.proxy.log.RequestRecord;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Symbol;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The chosen request whole, for names that the table cuts off. */
final class RequestDetail extends HBox {
  private final Icon blocked = new Icon(Symbol.SLASH, 16);
  private final Label what = Labels.mono("");
  private final Label decision = Labels.plain("");
  private final Label numbers = Labels.small("");

  RequestDetail() {
    super(10);
    setId("requests-detail");
    getStyleClass().add("request-detail");
    decision.setId("requests-detail-decision");
    blocked.getStyleClass().add("blocked-icon");
    getChildren().addAll(blocked, Layout.growing(Layout.column(4, what, decision, numbers)));
    Layout.show(this, false);
  }

  void show(@Nullable RequestRecord request) {
    Layout.show(this, request != null);
    if (request != null) {
      var line = request.request();
      what.setText(
          Stream.of(line.method(), line.host() + line.path())
              .filter(s -> !s.isEmpty())
              .collect(Collectors.joining(" ")));
      Layout.show(blocked, request.refused());
      decision.setText(RequestText.explanation(request));
      numbers.setText(numbers(request));
    }
  }

  private static String numbers(RequestRecord request) {
    var text = RequestText.time(request) + " · status " + RequestText.status(request);
    if (request.refused()) {
      return request.count() == 1 ? text : text + " · " + request.count() + " times in a minute";
    }
    var traffic = request.traffic();
    return text
        + " · sent "
        + RequestText.bytes(traffic.sent())
        + " · received "
        + RequestText.bytes(traffic.received())
        + " · answer began after "
        + RequestText.duration(traffic.untilAnswer())
        + ", took "
        + RequestText.duration(traffic.duration())
        + request
            .tokens()
            .map(t -> " · tokens " + t.input() + " in, " + t.output() + " out")
            .orElse("");
  }
}
