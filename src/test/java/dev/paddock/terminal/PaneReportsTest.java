package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaneReportsTest {
  private static final PaneState DARK = RecordingSink.DARK_PANE;
  private static final PaneState LIGHT =
      DARK.with(new PaneColours(0, 0xffffff, 0, DARK.colours().palette(), false));

  private final RecordingSink sink = new RecordingSink();
  private final TerminalGate gate = sink.gate();

  @Test
  void tellsOfFocusOnlyWhereTheProgramAsksForIt() {
    assertThat(shown(DARK.withFocus(true))).isEmpty();
    assertThat(shown(DARK.withFocus(false))).isEmpty();
    feed("\033[?1004h");
    assertThat(shown(DARK.withFocus(true))).isEqualTo("\033[I");
    assertThat(shown(DARK.withFocus(true))).isEmpty();
    assertThat(shown(DARK.withFocus(false))).isEqualTo("\033[O");
    feed("\033[?1004l");
    assertThat(shown(DARK.withFocus(true))).isEmpty();
  }

  @Test
  void tellsOfAnotherThemeOnlyWhereTheProgramAsksForIt() {
    assertThat(shown(LIGHT)).isEmpty();
    feed("\033[?2031h\033[?2031$p");
    assertThat(shown(DARK)).isEqualTo("\033[?997;1n");
    assertThat(shown(LIGHT)).isEqualTo("\033[?997;2n");
    assertThat(shown(LIGHT)).isEmpty();
    assertThat(sink.answers()).containsExactly("\033[?2031;1$y");
  }

  @Test
  void answersWithThePaneAsItIsNow() {
    gate.show(LIGHT.with(new TerminalSize(100, 30)).with(new PaneState.CellSize(9, 20)));
    feed("\033[14t\033[16t\033[18t\033[?996n\033]11;?\007");
    assertThat(sink.answers())
        .containsExactly(
            "\033[4;600;900t",
            "\033[6;20;9t",
            "\033[8;30;100t",
            "\033[?997;2n",
            "\033]11;rgb:ffff/ffff/ffff\033\\");
  }

  @Test
  void answersSeveralColoursOfOneQuestion() {
    feed("\033]10;?;?;?;?\007\033]4;0;?;15;?;16;x;300;?\007");
    assertThat(sink.answers())
        .containsExactly(
            "\033]10;rgb:e6e6/eded/f3f3\033\\",
            "\033]11;rgb:0d0d/1111/1717\033\\",
            "\033]12;rgb:1212/3434/5656\033\\",
            "\033]4;0;rgb:0101/0101/0101\033\\",
            "\033]4;15;rgb:1010/1010/1010\033\\");
  }

  /** Whoever asks in a loop without reading must not fill anything. */
  @Test
  void limitsAnswersToAFlood() {
    feed("\033[c\033[>q\033]11;?\007\033[6n".repeat(20_000));
    long answered = sink.answers().stream().mapToLong(String::length).sum();
    long positions = sink.passed().length() / "\033[6n".length();
    assertThat(answered + 12 * positions)
        .isBetween(GateOutput.ANSWERED_AT_ONCE - 100L, (long) GateOutput.ANSWERED_AT_ONCE);
  }

  @Test
  void keepsAStackOfKeyboardFlagsForEachScreen() {
    feed("\033[?u\033[>7u\033[?u\033[?1049h\033[?u\033[=5;1u\033[=2;2u\033[=1;3u\033[?u");
    feed("\033[?1049l\033[?u\033[>1u\033[<u\033[?u\033[<9u\033[?u");
    assertThat(sink.answers())
        .isEqualTo(
            List.of(
                "\033[?0u",
                "\033[?7u",
                "\033[?0u",
                "\033[?6u",
                "\033[?7u",
                "\033[?7u",
                "\033[?0u"));
  }

  @Test
  void forgetsTheOldestOfTooManyKeyboardFlags() {
    feed("\033[>1u".repeat(100_000) + "\033[>3u\033[<15u\033[?u\033[<u\033[?u");
    assertThat(sink.answers()).containsExactly("\033[?1u", "\033[?0u");
  }

  @Test
  void knowsTheLevelOfModifyOtherKeys() {
    feed("\033[>4;2m\033[?4m\033[>4m\033[?4m\033[>4;9m\033[?4m\033[>4n\033[?4m\033[>1;2m\033[?4m");
    assertThat(sink.answers())
        .containsExactly("\033[>4;2m", "\033[>4;0m", "\033[>4;2m", "\033[>4;0m", "\033[>4;0m");
    assertThat(sink.passed()).isEmpty();
  }

  @Test
  void knowsHowTheMouseHasToBeReported() {
    assertThat(gate.mouseModes()).isEqualTo(MouseModes.NONE);
    feed("\033[?1000;1002;1006h");
    assertThat(gate.mouseModes()).isEqualTo(new MouseModes(MouseModes.Tracking.DRAGS, true, false));
    feed("\033[?1000;1002;1006l\033[?1003h\033[?1049h");
    assertThat(gate.mouseModes()).isEqualTo(new MouseModes(MouseModes.Tracking.MOVES, false, true));
    feed("\033[?1007l");
    assertThat(gate.mouseModes().alternateScroll()).isFalse();
    assertThat(sink.passed()).isEqualTo("\033[?1049h");
  }

  private String shown(PaneState pane) {
    return new String(gate.show(pane), StandardCharsets.US_ASCII);
  }

  private void feed(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    gate.accept(bytes, 0, bytes.length);
  }
}
