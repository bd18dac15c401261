package dev.paddock.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.terminal.GateSink;
import dev.paddock.terminal.PaneColours;
import dev.paddock.terminal.PaneState;
import dev.paddock.terminal.Recording;
import dev.paddock.terminal.Recording.Event;
import dev.paddock.terminal.TerminalEvent;
import dev.paddock.terminal.TerminalGate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What is told of the real agents, from the recordings of them. */
class RecordedActivityTest {
  static final List<String> AGENTS = Recording.AGENTS;

  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration LOOKED_AFTER = Duration.ofSeconds(4);

  /** Some seconds after each phase has ended. */
  @ParameterizedTest
  @CsvSource({
    "claude, start, IDLE",
    "claude, typed, IDLE",
    "claude, answered, WAITING",
    "claude, asked, WAITING",
    "claude, allowed, WAITING",
    "claude, large, WAITING",
    "claude, leaving, UNKNOWN",
    "codex, start, UNKNOWN",
    "codex, typed, IDLE",
    "codex, answered, FINISHED",
    "codex, asked, WAITING",
    "codex, allowed, FINISHED",
    "codex, large, FINISHED",
    "codex, leaving, IDLE",
    "codex, exit 0, UNKNOWN",
    "opencode, start, UNKNOWN",
    "opencode, typed, UNKNOWN",
    "opencode, answered, WAITING",
    "opencode, asked, WAITING",
    "opencode, allowed, WAITING",
    "opencode, large, WAITING",
    "opencode, leaving, UNKNOWN",
    "copilot, start, UNKNOWN",
    "copilot, typed, UNKNOWN",
    "copilot, answered, WAITING",
    "copilot, asked, WAITING",
    "copilot, allowed, WAITING",
    "copilot, large, WAITING",
    "copilot, leaving, UNKNOWN",
  })
  void tellsWhatTheAgentIsDoing(String agent, String mark, Activity activity) throws Exception {
    var run = new Run(agent, agent);
    run.playTo(mark);
    run.pass(LOOKED_AFTER);
    assertThat(run.tracker.activity().get()).isEqualTo(activity);
  }

  @ParameterizedTest
  @FieldSource("AGENTS")
  void seesEachOfTheTwoTurnsAsWork(String agent) throws Exception {
    var run = new Run(agent, agent);
    run.playTo("typed");
    run.seen.clear();
    run.playTo("answered");
    assertThat(run.seen).contains(Activity.WORKING);
    run.pass(LOOKED_AFTER);
    run.seen.clear();
    run.playTo("asked");
    assertThat(run.seen).contains(Activity.WORKING);
  }

  @ParameterizedTest
  @FieldSource("AGENTS")
  void neverTakesTypingOrNewSizesForWork(String agent) throws Exception {
    var run = new Run(agent, agent);
    run.playTo("start");
    run.pass(LOOKED_AFTER);
    run.seen.clear();
    run.playTo("typed");
    // Codex says of itself for a moment that it works.
    assertThat(run.seen).doesNotContain(Activity.WAITING);
    run.playTo("allowed");
    run.pass(LOOKED_AFTER);
    run.seen.clear();
    run.playTo("large");
    assertThat(run.seen).doesNotContain(Activity.WORKING);
  }

  /** A program of which no sign is known is only believed what it says in so many words. */
  @ParameterizedTest
  @FieldSource("AGENTS")
  void saysNothingOfAProgramItDoesNotKnow(String agent) throws Exception {
    var run = new Run(agent, "shell");
    run.playTo("large");
    if (agent.equals("codex")) {
      assertThat(run.seen).contains(Activity.WORKING);
    } else {
      assertThat(run.seen).containsOnly(Activity.UNKNOWN);
    }
  }

  @Test
  void theLastWordIsTheExitCode() throws Exception {
    var run = new Run("codex", "codex");
    run.playTo("answered");
    run.tracker.ended(2);
    run.playTo("asked");
    assertThat(run.tracker.activity().get()).isEqualTo(Activity.FAILED);
  }

  /** A recording on its way through a gate into a tracker. */
  private static final class Run {
    private final ManualClock clock = new ManualClock();
    private final List<Event> events;
    private final List<Activity> seen = Collections.synchronizedList(new ArrayList<>());
    private final ActivityTracker tracker;
    private final TerminalGate gate;
    private Duration now = Duration.ZERO;
    private Duration lateness = Duration.ZERO;
    private int next;

    Run(String agent, String rules) throws IOException {
      var recording = Recording.of(agent);
      events = recording.events();
      tracker = new ActivityTracker(ActivityRules.of(rules), clock);
      tracker.activity().subscribe(seen::add);
      var colours = new PaneColours(0xffffff, 0, 0xffffff, Collections.nCopies(16, 0), true);
      var pane = new PaneState(recording.size(), colours, new PaneState.CellSize(8, 17), true);
      gate = new TerminalGate(pane, "1.0", new Reports(tracker), clock);
    }

    void playTo(String mark) {
      while (next < events.size()) {
        var event = events.get(next++);
        passTo(event.at().plus(lateness));
        switch (event) {
          case Event.Output output -> {
            gate.accept(output.bytes(), 0, output.bytes().length);
            tracker.wrote();
          }
          case Event.Input _ -> tracker.typed();
          case Event.Resize _ -> tracker.resized();
          case Event.Mark(_, var name) -> {
            if (name.equals(mark)) {
              return;
            }
          }
        }
      }
      throw new IllegalArgumentException("there is no mark " + mark);
    }

    /** Nothing happens for some time, and all that follows is later by it. */
    void pass(Duration time) {
      lateness = lateness.plus(time);
      passTo(now.plus(time));
    }

    private void passTo(Duration moment) {
      while (now.plus(TICK).compareTo(moment) < 0) {
        now = now.plus(TICK);
        clock.set(now);
        tracker.tick();
      }
      now = moment;
      clock.set(now);
    }
  }

  private record Reports(ActivityTracker tracker) implements GateSink {
    @Override
    public void pass(byte[] bytes) {}

    @Override
    public void answer(byte[] bytes) {}

    @Override
    public void frame(boolean begins) {}

    @Override
    public void report(TerminalEvent event) {
      tracker.told(event);
    }
  }
}
