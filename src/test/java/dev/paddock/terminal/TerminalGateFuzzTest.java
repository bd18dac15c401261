package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class TerminalGateFuzzTest {
  private static final int CASES = Integer.getInteger("paddock.fuzz.cases", 300);

  /** Bytes that matter to the parser, so that random streams are full of half sequences. */
  private static final byte[] LIKELY =
      "\033\033\033[[]]PX^_\\?><=!$ ;:0123456789hlmnpqrtucHJKABCTLbxyz\007\030\t\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  /** Everything that may reach a widget: text, layout controls, and these sequences. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          """
          (?x) (?:
            [^\\x00-\\x1f\\x7f-\\x9f\\ue000]
            | [\\x08-\\x0f]
            | \\x1b (?: [78DEHMc] | [()][0B] | \\#8
                | \\[ \\?? \\d{0,5} (?: ; \\d{1,5} ){0,40} [@A-MPSTXd`ghlmnr]
                | \\]8;; [\\x21-\\x3a\\x3c-\\x7e]* \\x1b\\\\ )
          )*+\
          """);

  private static final Pattern ANSWER =
      Pattern.compile(
          """
          (?x) \\x1b (?: \\[ (?: \\?62;22c | >1;10;0c | 0n | \\?\\d{1,2}u | >4;[012]m | \\?997;1n
                  | 4;408;640t | 6;17;8t | 8;24;80t | \\??\\d{1,5};[012]\\$y )
              | \\](?: 4;\\d{1,3} | 1[012] ) ;rgb: [0-9a-f]{4}/[0-9a-f]{4}/[0-9a-f]{4} \\x1b\\\\
              | P0\\+r \\x1b\\\\ | P1\\+r [0-9A-F]{4,12}=[0-9A-F]{2,40} \\x1b\\\\
              | P>\\|Paddock\\(1\\.2\\.3\\) \\x1b\\\\ )\
          """);

  @Test
  void letsOnlyHarmlessBytesThroughWhateverComes() {
    long seed = Long.getLong("paddock.fuzz.seed", new Random().nextInt(1 << 30));
    System.out.println(CASES + " streams by chance, paddock.fuzz.seed=" + seed);
    var random = new Random(seed);
    for (int round = 0; round < CASES; round++) {
      var bytes = stream(random, 4_000);
      var sink = new RecordingSink();
      var gate = sink.gate();
      int position = 0;
      while (position < bytes.length) {
        int part = Math.min(bytes.length - position, 1 + random.nextInt(200));
        gate.accept(bytes, position, part);
        position += part;
      }
      assertThat(sink.passed()).matches(HARMLESS);
      assertThat(sink.answers()).allMatch(a -> ANSWER.matcher(a).matches());
      assertThat(sink.passed().length()).isLessThan(80 * bytes.length);
    }
  }

  @Test
  void makesTheSameOfAStreamHoweverItIsCut() {
    for (var text : CORPUS) {
      var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      var whole = RecordingSink.of(bytes).order();
      for (int cut = 0; cut <= bytes.length; cut++) {
        assertThat(inPieces(bytes, cut, bytes.length)).as("cut at %d", cut).isEqualTo(whole);
      }
      assertThat(inPieces(bytes, 1, 1)).isEqualTo(whole);
    }
  }

  @Test
  void makesTheSameOfRandomStreamsByteByByte() {
    var random = new Random(4);
    for (int round = 0; round < 50; round++) {
      var bytes = stream(random, 2_000);
      assertThat(inPieces(bytes, 1, 1)).isEqualTo(RecordingSink.of(bytes).order());
    }
  }

  private static final List<String> CORPUS =
      List.of(
          "plain \033[1;38;2;1;2;3mcolour\033[0m\r\n\033]0;title\033\\\033]8;;https://a.b/\007x",
          "\033[?1049h\033[?2026$p\033[>q\033[c\033[6n\033P+q544e\033\\\033_Gi=1;A\033\\z",
          "\303\244\342\202\254\360\237\231\202\377\303\033[4:3m\342\202\033[58;2;1;2;3;4m",
          "\033[12\030x\033[1\0333\033]52;c;aGk=\033\033[2Jy\033P\033\033\\w\033[99999999T\033[ q");

  private static List<String> inPieces(byte[] bytes, int first, int then) {
    var sink = new RecordingSink();
    var gate = sink.gate();
    int position = 0;
    int part = first;
    while (position < bytes.length) {
      int length = Math.min(part, bytes.length - position);
      gate.accept(bytes, position, length);
      position += length;
      part = then;
    }
    return sink.order();
  }

  private static byte[] stream(Random random, int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    for (int i = 0; i < length; i++) {
      if (random.nextInt(5) > 0) {
        bytes[i] = LIKELY[random.nextInt(LIKELY.length)];
      }
    }
    return bytes;
  }
}
