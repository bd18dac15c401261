package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.terminal.TerminalEvent.Bell;
import dev.paddock.terminal.TerminalEvent.ClipboardWrite;
import dev.paddock.terminal.TerminalEvent.Hyperlink;
import dev.paddock.terminal.TerminalEvent.Notification;
import dev.paddock.terminal.TerminalEvent.Title;
import dev.paddock.terminal.TerminalPolicy.Decision;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalPolicyTest {
  private Instant now = Instant.EPOCH;
  private final TerminalPolicy policy = new TerminalPolicy(TerminalPolicy.DEFAULT, () -> now);

  @Test
  void hasARowForEveryKindOfEvent() {
    assertThat(TerminalEvent.class.getPermittedSubclasses())
        .filteredOn(Class::isRecord)
        .containsExactlyInAnyOrderElementsOf(TerminalPolicy.DEFAULT.keySet());
  }

  @Test
  void asksBeforeALinkIsOpenedAndTellsOfClipboardWrites() {
    assertThat(policy.decide(new Hyperlink("https://example.org/"))).isEqualTo(Decision.ASK);
    assertThat(policy.decide(new ClipboardWrite("x"))).isEqualTo(Decision.SHOW_WITH_UNDO);
  }

  @Test
  void neverLeavesOutAState() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(policy.decide(new Title("t"))).isEqualTo(Decision.SHOW);
    }
  }

  @Test
  void limitsEachKindByItself() {
    var note = new Notification("a", "b");
    for (int i = 0; i < 3; i++) {
      assertThat(policy.decide(note)).isEqualTo(Decision.SHOW);
    }
    assertThat(policy.decide(note)).isEqualTo(Decision.TOO_MANY);
    assertThat(policy.decide(new Bell())).isEqualTo(Decision.SHOW);
    now = now.plusSeconds(9);
    assertThat(policy.decide(note)).isEqualTo(Decision.TOO_MANY);
    now = now.plusSeconds(1);
    assertThat(policy.decide(note)).isEqualTo(Decision.SHOW);
    assertThat(policy.decide(note)).isEqualTo(Decision.TOO_MANY);
    now = now.plusSeconds(1_000);
    for (int i = 0; i < 3; i++) {
      assertThat(policy.decide(note)).isEqualTo(Decision.SHOW);
    }
    assertThat(policy.decide(note)).isEqualTo(Decision.TOO_MANY);
  }

  @Test
  void keepsItsLimitsWhenTheClockIsPutBack() {
    for (int i = 0; i < 3; i++) {
      policy.decide(new Bell());
    }
    now = now.minusSeconds(3_600);
    assertThat(policy.decide(new Bell())).isEqualTo(Decision.TOO_MANY);
    now = now.plusSeconds(1);
    assertThat(policy.decide(new Bell())).isEqualTo(Decision.SHOW);
  }

  @Test
  void isOffForWhatIsNotInItsTable() {
    assertThat(new TerminalPolicy(Map.of(), () -> now).decide(new Bell())).isEqualTo(Decision.OFF);
  }
}
