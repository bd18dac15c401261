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

  ObservableValue<List<Session>> sessions() {
    return sessions;
  }

  ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }

  void show(Place next) {
    place.set(next);
  }

  /** Those that are not over. */
  List<Session> running() {
    return sessions.getValue().stream().filter(s -> !s.status().get().state().isFinal()).toList();
  }
}
