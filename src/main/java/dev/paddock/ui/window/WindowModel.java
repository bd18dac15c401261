package dev.paddock.ui.window;

import dev.paddock.session.Session;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Where the window is, and which sessions it has. FX thread only. */
final class WindowModel {
  private final ObservableValue<List<Session>> sessions;
  private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place.Home());

  WindowModel(ObservableValue<List<Session>> sessions) {
    this.sessions = sessions;
  }

  /** Oldest first. */
  ObservableValue<List<Session>> sessions() {
    return sessions;
  }

  ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }

  void show(Place next) {
    place.set(next);
  }

  /** Goes to the next or the previous session, round and round; elsewhere to the first or last. */
  void step(int by) {
    var all = sessions.getValue();
    if (all.isEmpty()) {
      return;
    }
    var at = place.get() instanceof Place.OneSession(var session) ? all.indexOf(session) : -1;
    var next = at < 0 && by < 0 ? all.size() - 1 : Math.floorMod(at + by, all.size());
    show(new Place.OneSession(all.get(next)));
  }

  /** Those that are not over. */
  List<Session> running() {
    return sessions.getValue().stream().filter(s -> !s.status().get().state().isFinal()).toList();
  }
}
