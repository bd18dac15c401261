package dev.paddock.ui.window;

import dev.paddock.session.LaunchPlan;
import dev.paddock.session.ScriptApproval;
import dev.paddock.session.Session;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.FxTimer;
import dev.paddock.ui.session.SessionActions;
import dev.paddock.ui.session.SessionView;
import dev.paddock.ui.session.SessionViewModel;
import dev.paddock.ui.session.TerminalPane;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A screen with a terminal for each session of the window. FX thread only. */
final class SessionScreens {
  private final WindowParts parts;
  private final Background background;
  private final FxTimer timer;
  private final DesktopActions desktop;
  private final Consumer<Session> startAgain;
  private final WindowModel model;
  private final Map<Session, Screen> screens = new HashMap<>();

  private record Screen(SessionView view, TerminalPane terminal) {}

  SessionScreens(
      WindowParts parts,
      Background background,
      FxTimer timer,
      DesktopActions desktop,
      Consumer<Session> startAgain,
      WindowModel model) {
    this.parts = parts;
    this.background = background;
    this.timer = timer;
    this.desktop = desktop;
    this.startAgain = startAgain;
    this.model = model;
  }

  /** Starts a session whose agent draws into a pane of its own. */
  Session start(LaunchPlan plan, ScriptApproval approval) {
    var terminal = parts.terminals().create();
    var session = parts.sessions().start(plan, terminal.console(), approval);
    var view =
        new SessionView(
            new SessionViewModel(session, timer.now(), background.ui(), actions()),
            terminal,
            desktop);
    screens.put(session, new Screen(view, terminal));
    return session;
  }

  SessionView of(Session session) {
    var screen = screens.get(session);
    if (screen == null) {
      throw new IllegalStateException("no screen for " + session.plan().id());
    }
    return screen.view();
  }

  void drop(Session session) {
    var screen = screens.remove(session);
    if (screen != null) {
      screen.view().detach();
      screen.terminal().close();
    }
  }

  void close() {
    screens.values().forEach(s -> s.terminal().close());
    screens.clear();
  }

  private SessionActions actions() {
    return new SessionActions() {
      @Override
      public void startAgain(Session ended) {
        startAgain.accept(ended);
      }

      @Override
      public void close(Session ended) {
        model.show(new Place.Home());
        parts.sessions().forget(ended);
        drop(ended);
      }

      @Override
      public void openLog() {
        desktop.open(parts.logs());
      }
    };
  }
}
