package dev.paddock.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.PlainShell;
import dev.paddock.session.Session;
import dev.paddock.ui.FakeConsole;
import dev.paddock.ui.FakeSession;
import dev.paddock.ui.Samples;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class WindowModelTest {
  private final FakeSession first = session(1);
  private final FakeSession second = session(2);
  private final SimpleObjectProperty<List<Session>> sessions =
      new SimpleObjectProperty<>(List.of(first, second));
  private final WindowModel model = new WindowModel(sessions);

  @Test
  void stepsThroughTheSessionsRoundAndRound() {
    model.step(1);
    assertThat(model.place().get()).isEqualTo(new Place.OneSession(first));
    model.step(1);
    assertThat(model.place().get()).isEqualTo(new Place.OneSession(second));
    model.step(1);
    assertThat(model.place().get()).isEqualTo(new Place.OneSession(first));
    model.step(-1);
    assertThat(model.place().get()).isEqualTo(new Place.OneSession(second));
    model.show(new Place.Home());
    model.step(-1);
    assertThat(model.place().get()).isEqualTo(new Place.OneSession(second));
  }

  @Test
  void staysWhereItIsWithoutSessions() {
    sessions.set(List.of());
    model.step(1);
    assertThat(model.place().get()).isEqualTo(new Place.Home());
  }

  @Test
  void anEndedSessionIsNotRunning() {
    first.ended(0);
    assertThat(model.running()).containsExactly(second);
  }

  @Test
  void saysWhatClosingEnds() {
    assertThat(new Running(0, false).nothing()).isTrue();
    assertThat(new Running(0, true).consequence()).contains("template that worked before stays");
    assertThat(new Running(1, false).headline()).isEqualTo("One session is running");
    assertThat(new Running(3, true).consequence()).contains("their VMs", "the template's build");
  }

  private static FakeSession session(int number) {
    return new FakeSession(
        Samples.plan(Samples.request(Path.of("/srv/app"), new PlainShell(List.of())), number),
        new FakeConsole(),
        _ -> false,
        Samples.NOW);
  }
}
