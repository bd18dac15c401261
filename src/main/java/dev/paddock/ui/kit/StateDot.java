package dev.paddock.ui.kit;

import dev.paddock.session.SessionState;
import java.util.Locale;
import javafx.scene.layout.Region;

/** A session's state as a coloured dot; the text beside it says the same in words. */
public final class StateDot extends Region {

  /** A dot without a state yet. */
  public StateDot() {
    getStyleClass().setAll("state-dot");
  }

  /** Takes the state's colour. */
  public void show(SessionState state) {
    getStyleClass().setAll("state-dot", state.name().toLowerCase(Locale.ROOT));
  }
}
