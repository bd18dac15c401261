package dev.paddock.ui.window;

import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;
import dev.paddock.session.ScriptApproval;
import dev.paddock.session.Session;
import dev.paddock.session.Sessions;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.session.SessionView;
import dev.paddock.ui.session.SessionViewModel;
import dev.paddock.ui.session.TerminalPane;
import dev.paddock.ui.session.TerminalPanes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A screen with a terminal for each session of the window. FX thread only. */
final class SessionScreens {
  private final Sessions sessions;
  private final TerminalPanes terminals;
  private final ScriptApproval approval;
  private final DesktopActions desktop;
  private final Function<Session, SessionViewModel> models;
  private final Map<Session, Screen> screens = new HashMap<>();

  private record Screen(LaunchRequest request, SessionView view, TerminalPane terminal) {}

  SessionScreens(
      Sessions sessions,
      TerminalPanes terminals,
      ScriptApproval approval,
      DesktopActions desktop,
      Function<Session, SessionViewModel> models) {
    this.sessions = sessions;
    this.terminals = terminals;
    this.approval = approval;
    this.desktop = desktop;
    this.models = models;
  }

  /** Starts a session whose agent draws into a pane of its own. */
  Session start(LaunchRequest request, LaunchPlan plan) {
    var terminal = terminals.create();
    var session = sessions.start(plan, terminal.console(), approval);
    var view = new SessionView(models.apply(session), terminal, desktop);
    screens.put(session, new Screen(request, view, terminal));
    return session;
  }

  /** The session's screen, or empty where another part of this process started it. */
  Optional<SessionView> of(Session session) {
    return Optional.ofNullable(screens.get(session)).map(Screen::view);
  }

  /** What was asked for when the session was started. */
  Optional<LaunchRequest> request(Session session) {
    return Optional.ofNullable(screens.get(session)).map(Screen::request);
  }

  /** Lets go of a session that has ended. */
  void drop(Session ended) {
    sessions.forget(ended);
    var screen = screens.remove(ended);
    if (screen != null) {
      screen.view().detach();
      screen.terminal().close();
    }
  }

  void close() {
    screens.values().forEach(screen -> screen.terminal().close());
    screens.clear();
  }
}
