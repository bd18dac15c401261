package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.terminal.TerminalEvent.Caret;
import dev.paddock.terminal.TerminalEvent.CaretShape;
import dev.paddock.terminal.TerminalEvent.Title;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalGateTest {

  @Test
  void passesTextAndLayoutControls() {
    assertThat(RecordingSink.of("a\tb\bc\r\nд 漢 🙂").passed()).isEqualTo("a\tb\bc\r\nд 漢 🙂");
  }

  /** JediTermFX hangs for seconds on these with 99999999. */
  @ParameterizedTest
  @ValueSource(strings = {"@", "A", "B", "C", "D", "E", "F", "G", "L", "M", "P", "S", "T", "X"})
  void cutsCountsToTheScreen(String last) {
    assertThat(RecordingSink.of("\033[99999999" + last).passed()).isEqualTo("\033[80" + last);
  }

  @ParameterizedTest
  @CsvSource({
    "[;5H, [1;5H",
    "[7H, [7;1H",
    "[H, [1;1H",
    "[99999999;99999999f, [24;80H",
    "[0L, [1L",
    "[J, [0J",
    "[?2K, [2K",
    "[5;10r, [5;10r",
    "[5r, [5;24r",
    "[s, 7",
    "[u, 8",
    "[3a, [3C",
    "[3e, [3B",
    "[?7;25l, [?7l\033[?25l",
    "(A, (B",
    "(0, (0"
  })
  void writesKnownSequencesInOnePlainForm(String sequence, String plain) {
    assertThat(RecordingSink.of("\033" + sequence).passed()).isEqualTo("\033" + plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[>1u",
        "[<u",
        "[=1;1u",
        "[>4;2m",
        "[?2026l",
        "[?1004h",
        "[?2031h",
        "[8;50;200t",
        "[22;0t",
        "[23;0t",
        "[21t",
        "[?6n",
        "[10;5r",
        "[4h",
        "[2h",
        "[1;2;3;4;5T",
        "[22J",
        "[1$}",
        "[1!!p",
        "[1<5m",
        "[=5h",
        "[?3h",
        "]52;c;?\007",
        "]10;#fff\007",
        "]52;c;=\007",
        "]52;c;\007",
        "]7;http://x/y\007",
        "]7;file:x\007",
        "]9;4;9;50\007",
        "]9;7;calc.exe\007",
        "]9;12\007",
        "]99;i=x:p=?;\007",
        "]777;beep;a;b\007",
        "]7501;state=\007",
        "]1337;File=x:AAAA\007",
        "]1;icon\007",
        "]1341;x\007",
        "]104\007",
        "]\007",
        "]8\007",
        "P$qm\033\\",
        "_Gi=31337,s=1;AAAA\033\\",
        "^private\033\\",
        "Xstring\033\\",
        " N",
        "%G",
        "#3",
        "n",
        "|",
        "6",
        "*0",
        "\030",
        "\032"
      })
  void swallowsWhatNoWidgetMaySee(String sequence) {
    var sink = RecordingSink.of("a\033" + sequence + "b");
    assertThat(sink.order()).containsExactly("pass ab");
  }

  @ParameterizedTest
  @CsvSource({
    "[c, [?62;22c",
    "[0c, [?62;22c",
    "[>c, [>1;10;0c",
    "[>q, P>|Paddock(1.2.3)\033\\",
    "[>0q, P>|Paddock(1.2.3)\033\\",
    "[5n, [0n",
    "[18t, [8;24;80t",
    "[14t, [4;408;640t",
    "[16t, [6;17;8t",
    "[?996n, [?997;1n",
    "[?u, [?0u",
    "[?4m, [>4;0m",
    "]10;?\033\\, ]10;rgb:e6e6/eded/f3f3\033\\",
    "]11;?\033\\, ]11;rgb:0d0d/1111/1717\033\\",
    "]12;?\033\\, ]12;rgb:1212/3434/5656\033\\",
    "]4;1;?\033\\, ]4;1;rgb:0202/0202/0202\033\\",
    "]4;21;?\033\\, ]4;21;rgb:0000/0000/ffff\033\\",
    "]4;67;?\033\\, ]4;67;rgb:5f5f/8787/afaf\033\\",
    "]4;255;?\033\\, ]4;255;rgb:eeee/eeee/eeee\033\\",
    "P+q544e\033\\, P1+r544E=787465726D2D323536636F6C6F72\033\\",
    "P+q524742\033\\, P1+r524742=38\033\\",
    "P+q4d41524b\033\\, P0+r\033\\",
    "[?2026$p, [?2026;2$y",
    "[?2027$p, [?2027;0$y",
    "[?1007$p, [?1007;1$y",
    "[?1004$p, [?1004;2$y",
    "[?2004$p, [?2004;2$y",
    "[?25$p, [?25;1$y",
    "[4$p, [4;0$y",
    "[?99999999$p, [?65535;0$y"
  })
  void answersWithConstantsAndNumbers(String question, String answer) {
    var sink = RecordingSink.of("\033" + question);
    assertThat(sink.order()).containsExactly("answer \033" + answer);
  }

  @Test
  void leavesTheQuestionToTheWidgetThatOnlyItCanAnswer() {
    assertThat(RecordingSink.of("\033[6n").order()).containsExactly("pass \033[6n");
  }

  @Test
  void answersInTheOrderOfTheStream() {
    assertThat(RecordingSink.of("x\033[6n\033[cy").order())
        .containsExactly("pass x\033[6n", "answer \033[?62;22c", "pass y");
  }

  @Test
  void knowsTheModesThatAProgramSwitched() {
    var sink = new RecordingSink();
    var gate = sink.gate();
    feed(gate, "\033[?1;2004h\033[?2004$p");
    assertThat(gate.keyboardModes().applicationCursor()).isTrue();
    assertThat(gate.bracketedPaste()).isTrue();
    assertThat(sink.answers()).containsExactly("\033[?2004;1$y");
    feed(gate, "\033c");
    assertThat(gate.keyboardModes().applicationCursor()).isFalse();
    assertThat(gate.bracketedPaste()).isFalse();
  }

  @Test
  void entersTheOtherScreenOnlyOnce() {
    assertThat(RecordingSink.of("\033[?1049h\033[?1049h\033[?47l\033[?1049l").passed())
        .isEqualTo("\033[?1049h\033[?47l");
  }

  @Test
  void leavesTheWidgetAsItWasWhenTheProgramEnds() {
    var sink = new RecordingSink();
    var gate = sink.gate();
    feed(gate, "\033[?1049;1003;1006;2004h\033[?25l\033[>5u\033=");
    int before = sink.passed().length();
    gate.restore();
    assertThat(sink.passed().substring(before)).contains("\033[?1049l", "\033[?25h", "\033[0m");
    assertThat(gate.bracketedPaste()).isFalse();
    assertThat(gate.mouseModes()).isEqualTo(MouseModes.NONE);
    assertThat(gate.keyboardModes()).isEqualTo(KeyboardModes.LEGACY);
  }

  @Test
  void reportsTitlesMadeSafe() {
    assertThat(RecordingSink.of("\033]0;a\u202eb\033\\\033]2;c\007").events())
        .containsExactly(new Title("a\\u{202e}b"), new Title("c"));
  }

  @Test
  void reportsTheCaretsForm() {
    var sink = RecordingSink.of("\033[6 q\033[0 q");
    assertThat(sink.order()).noneMatch(o -> o.startsWith("pass"));
    assertThat(sink.events())
        .containsExactly(new Caret(CaretShape.BAR, false), new Caret(CaretShape.BLOCK, true));
  }

  @Test
  void passesWebLinksOnly() {
    assertThat(
            RecordingSink.of("\033]8;id=1;https://example.org/a;b\033\\x\033]8;;\033\\").passed())
        .isEqualTo("\033]8;;https://example.org/a%3Bb\033\\x\033]8;;\033\\");
    for (var target :
        new String[] {
          "file:///etc/passwd", "javascript:x", "https://", "https://a b", "https:// a", "HTTPS:x"
        }) {
      assertThat(RecordingSink.of("\033]8;;" + target + "\007x").passed())
          .isEqualTo("\033]8;;\033\\x");
    }
  }

  @Test
  void dropsCommandsThatAreTooLong() {
    assertThat(RecordingSink.of("\033]0;" + "x".repeat(100_000) + "\007y").order())
        .containsExactly("pass y");
  }

  @Test
  void recoversFromAStringThatNeverEnds() {
    assertThat(RecordingSink.of("\033P" + "x".repeat(100_000) + "\033[1mshown").passed())
        .isEqualTo("\033[1mshown");
  }

  @Test
  void repeatsTheLastCharacterAtMostOncePerColumn() {
    assertThat(RecordingSink.of("ä\033[3b").passed()).isEqualTo("ääää");
    assertThat(RecordingSink.of("x\033[99999b").passed()).isEqualTo("x".repeat(81));
  }

  /** As a character U+009D begins a command in JediTermFX, U+E000 is a mark of its own. */
  @Test
  void passesNoCharacterThatTheWidgetTakesForSomethingElse() {
    assertThat(RecordingSink.of("a\u009d0;t\u009cb\u0085\ue000").passed()).isEqualTo("a0;tb\ufffd");
  }

  @Test
  void replacesBytesThatAreNotUtf8() {
    assertThat(RecordingSink.of(bytes(0xC3, 'a', 0xFF, 0xED, 0xA0, 0x80, 0xE2, 0x82)).passed())
        .isEqualTo("\ufffda\ufffd\ufffd\ufffd\ufffd");
    assertThat(RecordingSink.of(bytes(0xE2, 0x82, 0x1B, '[', '1', 'm')).passed())
        .isEqualTo("\ufffd\033[1m");
  }

  @Test
  void keepsNoGuestTextInAnAnswer() {
    var mark = "MARK";
    var questions =
        "\033]0;MARK\007\033[21t\033[20t\033]52;c;MARK\007\033]52;c;?\007\033P$qMARK\033\\"
            + "\033P+q4d41524b\033\\\005\033Z\033[c\033[>c\033[>q\033[=c\033[5n\033[18t"
            + "\033P+q4d61726b\033\\\033]10;MARK;?\007\033]4;MARK;?\007\033]10;MARK\007\033]8;;https://MARK/\007\033[?15n\033[?26n\033[1;1x";
    var sink = RecordingSink.of(questions);
    assertThat(sink.answers()).isNotEmpty().noneMatch(a -> a.contains(mark));
  }

  @Test
  void usesTheLastSizeForClamping() {
    var sink = new RecordingSink();
    var gate = sink.gate();
    assertThat(gate.show(RecordingSink.DARK_PANE.with(new TerminalSize(200, 50)))).isEmpty();
    feed(gate, "\033[9999;9999H\033[18t");
    assertThat(sink.passed()).isEqualTo("\033[50;200H");
    assertThat(sink.answers()).containsExactly("\033[8;50;200t");
  }

  private static void feed(TerminalGate gate, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    gate.accept(bytes, 0, bytes.length);
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
