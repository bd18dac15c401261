package dev.paddock.ui.window;

import dev.paddock.session.Session;
import dev.paddock.ui.kit.Bridge;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.StateDot;
import dev.paddock.ui.kit.StateText;
import java.time.Instant;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;

/** A session in the sidebar: state, agent, run time. */
final class SessionRow extends HBox {

  SessionRow(
      Session session,
      WindowModel model,
      ObservableValue<Instant> now,
      Executor ui,
      Lifetime lifetime) {
    var here = new Place.OneSession(session);
    var dot = new StateDot();
    var button =
        new NavButton(
            "session-" + session.plan().id(),
            session.plan().agent().title(),
            dot,
            () -> model.show(here));
    getChildren().add(Layout.growing(button));
    var status = Bridge.observe(session.status(), ui, lifetime);
    Runnable show =
        () -> {
          dot.show(status.get().state());
          button.note(StateText.brief(status.get(), now.getValue()));
        };
    lifetime.onChange(status, show);
    lifetime.onChange(now, show);
    show.run();
    lifetime.watch(model.place(), place -> button.mark(place.equals(here)));
  }
}
