package dev.paddock.ui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.terminal.KnownDifferences;
import dev.paddock.terminal.Recording;
import dev.paddock.terminal.Recording.Event;
import dev.paddock.terminal.ReferenceScreens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The screens that the pane shows of recorded agents, beside those of a reference terminal. */
class RecordedScreensTest {
  static final List<String> AGENTS = Recording.AGENTS;

  /** The end of a sequence whose beginning was not known for one. */
  private static final Pattern PIECE =
      Pattern.compile("\\[[?<=>]?[0-9;]+[A-Za-z]|\\$[py]|Gi=|\\][0-9]+;|[0-9];[0-9]+[mHu]");

  @ParameterizedTest
  @FieldSource("AGENTS")
  void showsTheRowsOfTheReferenceButForKnownDifferences(String agent) throws Exception {
    var known = KnownDifferences.read();
    var reference = ReferenceScreens.of(agent);
    var screens = screens(agent);
    assertThat(screens.keySet()).isEqualTo(reference.keySet());
    var softly = new SoftAssertions();
    screens.forEach((mark, rows) -> {
      var expected = reference.getOrDefault(mark, List.of());
      var others = new TreeSet<Integer>();
      var text = new StringBuilder();
      for (int y = 0; y < Math.max(rows.size(), expected.size()); y++) {
        var row = y < rows.size() ? rows.get(y) : "(none)";
        var wanted = y < expected.size() ? expected.get(y) : "(none)";
        if (!row.equals(wanted)) {
          others.add(y);
          text.append("\n%d pane      |%s\n%d reference |%s".formatted(y, row, y, wanted));
        }
      }
      softly.assertThat(others).as("%s/%s%s", agent, mark, text).isEqualTo(known.of(agent, mark));
    });
    softly.assertAll();
  }

  @ParameterizedTest
  @FieldSource("AGENTS")
  void showsNoPieceOfASequenceAndNoControlCharacter(String agent) throws Exception {
    screens(agent)
        .forEach((mark, rows) ->
            assertThat(rows)
                .as("%s/%s", agent, mark)
                .noneMatch(row -> PIECE.matcher(row).find())
                .noneMatch(row -> row.chars().anyMatch(RecordedScreensTest::stray)));
  }

  /** Half of an emoji is a stray character; the widget leaves some, on known rows only. */
  @ParameterizedTest
  @FieldSource("AGENTS")
  void showsHalfAnEmojiOnlyWhereThatIsKnown(String agent) throws Exception {
    var known = KnownDifferences.read();
    screens(agent)
        .forEach((mark, rows) -> {
          for (int y = 0; y < rows.size(); y++) {
            if (rows.get(y).codePoints().anyMatch(RecordedScreensTest::half)) {
              assertThat(known.of(agent, mark)).as("%s/%s", agent, mark).contains(y);
            }
          }
        });
  }

  @Test
  void everyKnownDifferenceHasACauseAndAReason() throws Exception {
    var known = KnownDifferences.read();
    assertThat(known.causes()).containsOnlyKeys(known.rows().values().stream().distinct().toList());
    assertThat(known.causes().values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
  }

  private static Map<String, List<String>> screens(String agent) throws Exception {
    var recording = Recording.of(agent);
    var terminal = new HeadlessTerminal(recording.size(), "1.0", answer -> {}, event -> {});
    var screens = new LinkedHashMap<String, List<String>>();
    for (var event : recording.events()) {
      switch (event) {
        case Event.Output output -> terminal.accept(output.bytes());
        case Event.Resize(_, var size) -> terminal.resize(size);
        case Event.Mark(_, var name) -> screens.put(name, terminal.rows());
        case Event.Input _ -> {}
      }
    }
    return screens;
  }

  private static boolean stray(int character) {
    return Character.isISOControl(character) || character == 0xFFFD;
  }

  private static boolean half(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }
}
