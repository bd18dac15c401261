package dev.paddock.ui.session;

import dev.paddock.agent.Agent;
import dev.paddock.base.Escaped;
import dev.paddock.session.NetworkNotice;
import dev.paddock.session.Session;
import dev.paddock.session.SessionState;
import dev.paddock.session.SessionStatus;
import dev.paddock.ui.kit.Bridge;
import dev.paddock.ui.kit.Delays;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.PathText;
import dev.paddock.ui.kit.ProgressItem;
import dev.paddock.ui.kit.Shortcuts;
import dev.paddock.ui.kit.StateText;
import dev.paddock.ui.session.requests.RequestsViewModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the screen of a session shows and can do. FX thread only. */
public final class SessionViewModel {
  private static final Duration REFRESH = Duration.ofMillis(100);

  private final Session session;
  private final ObservableValue<Instant> now;
  private final Executor ui;
  private final Delays delays;
  private final SessionActions actions;
  private final ReadOnlyObjectWrapper<SessionStatus> status;
  private final ReadOnlyStringWrapper stateText = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<ProgressItem>> steps =
      new ReadOnlyObjectWrapper<>(List.of());
  private final StepClock clock = new StepClock();
  private final RequestsViewModel requests;
  private final ObservableList<NetworkNotice> notices = FXCollections.observableArrayList();

  /** Shows the session as it is now, and follows it once attached. */
  public SessionViewModel(
      Session session,
      ObservableValue<Instant> now,
      Executor ui,
      Delays delays,
      SessionActions actions) {
    this.session = session;
    this.now = now;
    this.ui = ui;
    this.delays = delays;
    this.actions = actions;
    this.status = new ReadOnlyObjectWrapper<>(session.status().get());
    this.requests = new RequestsViewModel(session.requests(), now, delays);
  }

  /** Follows the session for a lifetime. */
  public void attach(Lifetime lifetime) {
    lifetime.watch(Bridge.observe(session.status(), ui, lifetime), this::take);
    lifetime.onChange(now, () -> take(status.get()));
    lifetime.watch(
        // A guest makes them as fast as it likes.
        Bridge.observe(session.network(), task -> delays.after(REFRESH, task), lifetime),
        latest -> notices.setAll(latest.reversed()));
  }

  /** What runs. */
  public Agent agent() {
    return session.plan().agent();
  }

  /** The project's name, safe to show. */
  public String project() {
    return PathText.name(session.plan().project());
  }

  /** The project's path, safe to show. */
  public String projectPath() {
    return PathText.full(session.plan().project());
  }

  /** Its name, such as {@code claude-3fa9c1}. */
  public String id() {
    return session.plan().id().name();
  }

  /** As it is now. */
  public ReadOnlyObjectProperty<SessionStatus> status() {
    return status.getReadOnlyProperty();
  }

  /** State and run time in words. */
  public ReadOnlyStringProperty stateText() {
    return stateText.getReadOnlyProperty();
  }

  /** Refused and failed requests, newest first. */
  public ObservableList<NetworkNotice> notices() {
    return notices;
  }

  /** How many requests the notices stand for. */
  public long noticed() {
    return notices.stream().mapToLong(NetworkNotice::count).sum();
  }

  /** The panel of its requests. */
  public RequestsViewModel requests() {
    return requests;
  }

  /** The steps of its start. */
  public ReadOnlyObjectProperty<List<ProgressItem>> steps() {
    return steps.getReadOnlyProperty();
  }

  /** One line about what is going on. */
  public String statusLine() {
    var note = Escaped.text(status.get().note());
    return note.isEmpty() && status.get().state() == SessionState.RUNNING
        ? "Every key goes to the terminal, except " + Shortcuts.PREFIX + " combinations."
        : note;
  }

  /** What the list of steps is about. */
  public String startHeadline() {
    return switch (status.get().state()) {
      case PLANNED, STARTING, RUNNING -> "Starting " + agent().title();
      case STOPPING -> "Stopping";
      case ENDED, FAILED -> "Stopped before it started";
    };
  }

  /** Asks the session to end. */
  public void stop() {
    session.stop();
  }

  /** Whether stopping makes sense. */
  public boolean canStop() {
    var state = status.get().state();
    return !state.isFinal() && state != SessionState.STOPPING;
  }

  /** Starts the same again. */
  public void startAgain() {
    actions.startAgain(session);
  }

  /** Drops the session from the window. */
  public void close() {
    actions.close(session);
  }

  /** Opens Paddock's log. */
  public void openLog() {
    actions.openLog();
  }

  /** How it ended, one or two sentences. */
  public String result() {
    var code = status.get().exitCode();
    if (code.isEmpty()) {
      return "Stopped. The VM is deleted.";
    }
    return agent().title()
        + (code.get() == 0 ? " has ended." : " ended with exit code " + code.get() + ".")
        + " The VM is deleted.";
  }

  /** Whether it ended as it should. */
  public boolean endedWell() {
    return status.get().exitCode().filter(code -> code == 0).isPresent();
  }

  private void take(SessionStatus latest) {
    status.set(latest);
    stateText.set(StateText.full(latest, now.getValue()));
    steps.set(clock.items(latest.steps(), now.getValue()));
  }
}
