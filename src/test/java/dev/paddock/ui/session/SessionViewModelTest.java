package dev.paddock.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.ClaudeCode;
import dev.paddock.session.NetworkNotice;
import dev.paddock.session.Session;
import dev.paddock.session.StepName;
import dev.paddock.ui.FakeConsole;
import dev.paddock.ui.FakeSession;
import dev.paddock.ui.ManualDelays;
import dev.paddock.ui.Samples;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.ProgressItem.Mark;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionViewModelTest {
  private final FakeSession session =
      new FakeSession(
          Samples.plan(Samples.request(Path.of("/srv/my-app"), new ClaudeCode()), 1),
          new FakeConsole(),
          _ -> false,
          Samples.NOW);
  private final SimpleObjectProperty<Instant> now = new SimpleObjectProperty<>(Samples.NOW);
  private final Lifetime lifetime = new Lifetime();
  private final ManualDelays delays = new ManualDelays();
  private final SessionViewModel model =
      new SessionViewModel(session, now, Runnable::run, delays, new NoActions());

  private static final class NoActions implements SessionActions {
    @Override
    public void startAgain(Session ended) {}

    @Override
    public void close(Session ended) {}

    @Override
    public void openLog() {}
  }

  @BeforeEach
  void attach() {
    model.attach(lifetime);
  }

  @Test
  void theRunTimeGoesOn() {
    session.running(Duration.ofMinutes(12));
    assertThat(model.stateText().get()).isEqualTo("Running 12 min");
    now.set(Samples.NOW.plusSeconds(120));
    assertThat(model.stateText().get()).isEqualTo("Running 14 min");
  }

  @Test
  void theTimeOfTheActiveStepIsCountedOnBetweenItsReports() {
    session.starting(StepName.BOOT, "Booting");
    var reported = model.steps().get().get(3).took();
    now.set(Samples.NOW.plusSeconds(7));
    assertThat(model.steps().get().get(3).took()).isEqualTo(reported.plusSeconds(7));
    assertThat(model.steps().get().get(2).took()).isLessThan(reported);
    session.starting(StepName.BOOT, "Still booting");
    assertThat(model.steps().get().get(3).took()).isEqualTo(reported);
    assertThat(model.steps().get())
        .extracting(i -> i.mark())
        .containsExactly(Mark.DONE, Mark.DONE, Mark.DONE, Mark.ACTIVE, Mark.WAITING, Mark.WAITING);
  }

  @Test
  void showsTheTerminalOnlyOnceTheAgentIsThere() {
    session.starting(StepName.PREPARE, "");
    assertThat(showing()).isEqualTo(Showing.STEPS);
    session.running(Duration.ZERO);
    assertThat(showing()).isEqualTo(Showing.TERMINAL);
    session.ended(0);
    assertThat(showing()).isEqualTo(Showing.TERMINAL);
  }

  @Test
  void aSessionStoppedDuringItsStartHasNoTerminal() {
    session.starting(StepName.BOOT, "");
    model.stop();
    assertThat(showing()).isEqualTo(Showing.STEPS);
    assertThat(model.startHeadline()).isEqualTo("Stopped before it started");
    assertThat(model.result()).isEqualTo("Stopped. The VM is deleted.");
    assertThat(model.canStop()).isFalse();
  }

  @Test
  void tellsTheExitCodeUnlessAllWentWell() {
    session.ended(0);
    assertThat(model.result()).isEqualTo("Claude Code has ended. The VM is deleted.");
    assertThat(model.endedWell()).isTrue();
    session.ended(3);
    assertThat(model.result()).contains("exit code 3");
    assertThat(model.endedWell()).isFalse();
  }

  @Test
  void listsRefusedRequestsNewestFirst() {
    session.refused("a.example", "No.");
    session.refused("b.example", "No.");
    assertThat(model.notices()).as("not faster than people read").isEmpty();
    delays.pass();
    assertThat(model.notices())
        .extracting(NetworkNotice::host)
        .containsExactly("b.example", "a.example");
  }

  @Test
  void hearsNothingAfterItsLifetime() {
    session.running(Duration.ofMinutes(1));
    lifetime.close();
    session.ended(1);
    now.set(Samples.NOW.plusSeconds(600));
    assertThat(model.stateText().get()).isEqualTo("Running 1 min");
  }

  private Showing showing() {
    return Showing.of(model.status().get());
  }
}
