package dev.paddock.app;

import dev.paddock.session.AgentConsole;
import dev.paddock.ui.session.TerminalPane;
import dev.paddock.ui.session.TerminalPanes;
import dev.paddock.ui.terminal.JediTermPane;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** Makes the panes that the session screen shows: the one place that names the widget. */
record JediTermPanes(
    ObservableValue<ColorScheme> scheme,
    Map<String, String> environment,
    String version,
    Executor ui)
    implements TerminalPanes {

  @Override
  public TerminalPane create() {
    var pane = new JediTermPane(scheme, environment, version, ui);
    return new TerminalPane() {
      @Override
      public Region node() {
        return pane.node();
      }

      @Override
      public AgentConsole console() {
        return pane.console();
      }

      @Override
      public void focus() {
        pane.focus();
      }

      @Override
      public void close() {
        pane.close();
      }
    };
  }
}
