package dev.paddock.activity;

import dev.paddock.activity.TitleSign.Sign;
import dev.paddock.base.Signal;
import dev.paddock.terminal.TerminalEvent;
import dev.paddock.terminal.TerminalEvent.AgentActivity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Follows one agent: is told what happens at its terminal, and tells what the agent is doing.
 *
 * <p>Some signs are that nothing happens, so {@link #tick} has to be called once a second or so.
 * All methods may be called from any thread.
 */
public final class ActivityTracker {
  /** Who works animates something; without a byte for so long the line may well be dead. */
  private static final Duration BELIEVED = Duration.ofSeconds(30);

  private final ActivityRules rules;
  private final InstantSource clock;
  private final Rhythm rhythm = new Rhythm();
  private final Signal<Activity> activity = new Signal<>(Activity.UNKNOWN);
  private AgentActivity told = AgentActivity.UNKNOWN;
  private Instant lastWrite;
  private boolean animated;
  private boolean worked;
  private boolean over;

  /** Follows an agent that starts now. */
  public ActivityTracker(ActivityRules rules, InstantSource clock) {
    this.rules = rules;
    this.clock = clock;
    lastWrite = clock.instant();
  }

  /** What the agent is doing, to be watched; told on the thread that told the tracker. */
  public Signal<Activity> activity() {
    return activity;
  }

  /** The agent told the window something. */
  public synchronized void told(TerminalEvent event) {
    if (over) {
      return;
    }
    switch (event) {
      case TerminalEvent.AgentState(var state) -> state(state);
      case TerminalEvent.Title(var text) -> title(text);
      case TerminalEvent.Progress(var state, _) -> progress(state);
      case TerminalEvent.Notification _ -> asking();
      case TerminalEvent.Bell _ -> bell();
      default -> {}
    }
  }

  /** The agent wrote something to its terminal. */
  public synchronized void wrote() {
    lastWrite = clock.instant();
    rhythm.wrote(lastWrite);
    tick();
  }

  /** The person typed something into the terminal. */
  public synchronized void typed() {
    rhythm.touched(clock.instant());
    // A question may still be open, or not.
    activity.compareAndSet(Activity.WAITING, believed() ? Activity.WAITING : Activity.UNKNOWN);
  }

  /** The terminal has another size, after which agents draw everything anew. */
  public synchronized void resized() {
    rhythm.resized(clock.instant());
  }

  /** The agent's program has ended. */
  public synchronized void ended(int exitCode) {
    activity.set(exitCode == 0 ? Activity.FINISHED : Activity.FAILED);
    told = AgentActivity.UNKNOWN;
    over = true;
  }

  /** Takes the time into account. */
  public synchronized void tick() {
    if (over) {
      return;
    }
    var now = clock.instant();
    if (rules.animates() && !believed()) {
      boolean draws = rhythm.drawing(now);
      if (draws != animated) {
        animated = draws;
        if (!draws && rhythm.touchedLast()) {
          // It may have stopped before the person typed, or work on behind the echo of the keys.
          activity.compareAndSet(Activity.WORKING, Activity.UNKNOWN);
        } else {
          sign(draws ? Sign.WORKING : Sign.STOPPED);
        }
      }
    }
    if (lastWrite.isBefore(now.minus(BELIEVED))) {
      activity.compareAndSet(Activity.WORKING, Activity.UNKNOWN);
    }
  }

  /** Whether the agent tells its state itself, which counts more than all signs. */
  private boolean believed() {
    return told != AgentActivity.UNKNOWN;
  }

  private void state(AgentActivity state) {
    told = state;
    activity.set(
        switch (state) {
          case WORKING -> Activity.WORKING;
          case BLOCKED -> Activity.WAITING;
          case IDLE -> Activity.IDLE;
          case DONE -> Activity.FINISHED;
          case UNKNOWN -> Activity.UNKNOWN;
        });
  }

  private void title(String text) {
    if (!believed()) {
      rules.titles().stream()
          .filter(t -> t.title().matcher(text).find())
          .findFirst()
          .ifPresent(t -> sign(t.sign()));
    }
  }

  private void progress(TerminalEvent.ProgressState state) {
    if (!believed()) {
      switch (state) {
        case RUNNING, INDETERMINATE -> sign(Sign.WORKING);
        case PAUSED -> sign(Sign.ASKING);
        case NONE -> sign(Sign.STOPPED);
        case FAILED -> activity.set(Activity.FAILED);
      }
    }
  }

  private void asking() {
    if (!believed()) {
      sign(Sign.ASKING);
    }
  }

  /** Rings after a key are for the key, and of an unknown program they may mean anything. */
  private void bell() {
    boolean quiet = activity.get() == Activity.IDLE || activity.get() == Activity.UNKNOWN;
    if (quiet && rules.isKnown() && !rhythm.echoes(clock.instant())) {
      asking();
    }
  }

  private void sign(Sign sign) {
    switch (sign) {
      case WORKING -> {
        worked = true;
        activity.set(Activity.WORKING);
      }
      case ASKING -> activity.set(Activity.WAITING);
      case STOPPED -> {
        if (!worked) {
          activity.set(Activity.IDLE);
        } else {
          activity.compareAndSet(Activity.WORKING, Activity.WAITING);
        }
      }
    }
  }
}
