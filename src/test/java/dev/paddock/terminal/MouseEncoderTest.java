package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.terminal.KeyStroke.Modifiers;
import dev.paddock.terminal.MouseEncoder.Action;
import dev.paddock.terminal.MouseEncoder.Button;
import dev.paddock.terminal.MouseEncoder.Kind;
import dev.paddock.terminal.MouseModes.Tracking;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** xterm, "Mouse Tracking" of ctlseqs; the numbers of the decimal form also in kitty's test. */
final class MouseEncoderTest {

  @ParameterizedTest
  @CsvSource({
    "BUTTONS, PRESS, LEFT, '', 1, 1, '[<0;1;1M'",
    "BUTTONS, RELEASE, LEFT, '', 1, 1, '[<0;1;1m'",
    "BUTTONS, PRESS, MIDDLE, '', 3, 4, '[<1;3;4M'",
    "BUTTONS, PRESS, RIGHT, '', 3, 4, '[<2;3;4M'",
    "BUTTONS, RELEASE, RIGHT, '', 3, 4, '[<2;3;4m'",
    "BUTTONS, PRESS, WHEEL_UP, '', 3, 4, '[<64;3;4M'",
    "BUTTONS, PRESS, WHEEL_DOWN, '', 3, 4, '[<65;3;4M'",
    "BUTTONS, PRESS, LEFT, S, 1, 1, '[<4;1;1M'",
    "BUTTONS, PRESS, LEFT, A, 1, 1, '[<8;1;1M'",
    "BUTTONS, PRESS, LEFT, C, 1, 1, '[<16;1;1M'",
    "BUTTONS, PRESS, WHEEL_UP, C, 900, 700, '[<80;900;700M'",
    "BUTTONS, MOVE, LEFT, '', 1, 1, ''",
    "BUTTONS, MOVE, NONE, '', 1, 1, ''",
    "DRAGS, MOVE, LEFT, '', 5, 6, '[<32;5;6M'",
    "DRAGS, MOVE, RIGHT, '', 5, 6, '[<34;5;6M'",
    "DRAGS, MOVE, NONE, '', 5, 6, ''",
    "MOVES, MOVE, NONE, '', 5, 6, '[<35;5;6M'",
    "MOVES, MOVE, MIDDLE, AC, 5, 6, '[<57;5;6M'",
    "NONE, PRESS, LEFT, '', 1, 1, ''",
    "NONE, PRESS, WHEEL_UP, '', 1, 1, ''"
  })
  void tellsInDecimalNumbers(
      Tracking tracking, Kind kind, Button button, String held, int column, int row, String sent) {
    var expected = sent.isEmpty() ? "" : "\033" + sent;
    assertThat(sent(tracking, true, kind, button, held, column, row)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PRESS, LEFT, '', 1, 1, ' !!'",
    "RELEASE, LEFT, '', 1, 1, '#!!'",
    "RELEASE, RIGHT, C, 1, 1, '3!!'",
    "PRESS, WHEEL_DOWN, '', 2, 3, 'a\"#'",
    "MOVE, LEFT, '', 2, 3, '@\"#'",
    "MOVE, NONE, '', 95, 3, 'C\177#'",
    "PRESS, LEFT, '', 223, 1, ' \u00ff!'"
  })
  void tellsInBytesWhereTheProgramDidNotChoose(
      Kind kind, Button button, String held, int column, int row, String sent) {
    assertThat(sent(Tracking.MOVES, false, kind, button, held, column, row))
        .isEqualTo("\033[M" + sent);
  }

  @ParameterizedTest
  @CsvSource({"224, 1", "1, 224", "1000, 1000"})
  void tellsNothingThatDoesNotFitIntoAByte(int column, int row) {
    assertThat(sent(Tracking.MOVES, false, Kind.PRESS, Button.LEFT, "", column, row)).isEmpty();
  }

  private static String sent(
      Tracking tracking, boolean sgr, Kind kind, Button button, String held, int column, int row) {
    var modifiers =
        new Modifiers(held.contains("S"), held.contains("A"), held.contains("C"), false);
    var action = new Action(kind, button, modifiers, column, row);
    return new String(
        MouseEncoder.encode(action, new MouseModes(tracking, sgr, false)),
        StandardCharsets.ISO_8859_1);
  }
}
