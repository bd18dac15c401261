package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.terminal.KeyStroke.Event;
import dev.paddock.terminal.KeyStroke.Modifiers;
import dev.paddock.terminal.KeyStroke.Typed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of {@code keys.txt}: modes, modifiers, key and bytes, each block with the source that it
 * was checked against.
 */
final class KeyEncoderTest {

  /** A row, for example {@code k5 S:release enter = \e[13;2:3u}. */
  record Row(KeyboardModes modes, KeyStroke stroke, String bytes, String line) {
    @Override
    public String toString() {
      return line;
    }

    static Row of(String line) {
      var sides = line.split(" = ", 2);
      var words = sides[0].strip().split(" +", 3);
      return new Row(
          modes(words[0]), stroke(words[1], words[2]), unescape(sides[1].strip()), line.strip());
    }

    /** Letters of the modes, each with its number: c, p, m1, k5. */
    private static KeyboardModes modes(String text) {
      int kitty = text.contains("k") ? Integer.parseInt(text.replaceAll(".*k", "")) : 0;
      int level = text.contains("m1") ? 1 : text.contains("m2") ? 2 : 0;
      return new KeyboardModes(text.contains("c"), text.contains("p"), level, kitty);
    }

    private static KeyStroke stroke(String modifiers, String key) {
      var event =
          modifiers.endsWith(":release")
              ? Event.RELEASE
              : modifiers.endsWith(":repeat") ? Event.REPEAT : Event.PRESS;
      var held = modifiers.replaceAll(":.*", "");
      return new KeyStroke(
          named(key).orElse(Key.CHARACTER),
          typed(key, held),
          new Modifiers(
              held.contains("S"), held.contains("A"), held.contains("C"), held.contains("M")),
          event);
    }

    private static Optional<Key> named(String key) {
      return Arrays.stream(Key.values())
          .filter(k -> k.name().equals(key.replaceAll("/.*", "").toUpperCase(Locale.ROOT)))
          .findFirst();
    }

    /** A character alone, with its shifted form as a/A, with that and the US key as ф/Ф/a. */
    private static Typed typed(String key, String held) {
      var parts = key.split("(?<=.)/", 3);
      if (named(key).isPresent()) {
        return parts.length > 1 ? new Typed(0, 0, 0, parts[1]) : Typed.NOTHING;
      }
      int plain = parts[0].equals("space") ? ' ' : parts[0].codePointAt(0);
      int shifted = parts.length > 1 ? parts[1].codePointAt(0) : 0;
      int us = parts.length > 2 ? parts[2].codePointAt(0) : 0;
      boolean upper = held.contains("S") && shifted != 0;
      return new Typed(plain, shifted, us, Character.toString(upper ? shifted : plain));
    }

    private static String unescape(String text) {
      return text.equals("nothing")
          ? ""
          : text.replace("\\e", "\033")
              .replace("\\r", "\r")
              .replace("\\t", "\t")
              .replace("\\b", "\b")
              .replace("\\n", "\n")
              .replace("\\0", "\0")
              .replace("\\x7f", "\177")
              .replace("\\x1c", "\034")
              .replace("\\x1d", "\035")
              .replace("\\x1e", "\036")
              .replace("\\x1f", "\037")
              .replace("\\x01", "\001")
              .replace("\\x03", "\003")
              .replace("\\x1a", "\032");
    }
  }

  static Stream<Row> rows() throws Exception {
    return lines().stream().map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void sendsWhatTheProgramChose(Row row) {
    var sent = KeyEncoder.encode(row.stroke(), row.modes());
    var expected = row.bytes().equals("text") ? null : row.bytes();
    assertThat(sent.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(null))
        .isEqualTo(expected);
  }

  @Test
  void isCheckedInManyRowsOfEachForm() throws Exception {
    assertThat(lines()).hasSizeGreaterThan(200).doesNotHaveDuplicates();
  }

  private static List<String> lines() throws Exception {
    try (var resource = KeyEncoderTest.class.getResourceAsStream("keys.txt")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
