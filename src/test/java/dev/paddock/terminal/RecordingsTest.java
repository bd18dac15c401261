package dev.paddock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What programs wrote (all files {@code recordings/*.vt}) and some streams written by hand ({@code
 * streams/*.vt}): how a stream is cut into reads never matters.
 */
@Timeout(240)
final class RecordingsTest {
  /** Each cut of a whole recording would take hours; each cut of each part of it is as strict. */
  private static final int PART = 256;

  static Stream<Path> files() throws IOException, URISyntaxException {
    var found = new ArrayList<Path>();
    var here = Objects.requireNonNull(RecordingsTest.class.getResource("streams"));
    var folder = Objects.requireNonNull(Path.of(here.toURI()).getParent());
    for (var name : List.of("streams", "recordings")) {
      if (Files.isDirectory(folder.resolve(name))) {
        try (var files = Files.newDirectoryStream(folder.resolve(name), "*.vt")) {
          files.forEach(found::add);
        }
      }
    }
    assertThat(found).hasSizeGreaterThanOrEqualTo(3);
    return found.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void areReadAlikeHoweverTheyAreCut(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var whole = RecordingSink.of(bytes).order();
    for (int size : new int[] {1, 7, 1_000}) {
      assertThat(inPieces(bytes, size, size)).as("pieces of %d", size).isEqualTo(whole);
    }
    for (int from = 0; from < bytes.length; from += PART) {
      var part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART));
      var expected = RecordingSink.of(part).order();
      for (int cut = 1; cut < part.length; cut++) {
        assertThat(inPieces(part, cut, part.length))
            .as("cut at byte %d", from + cut)
            .isEqualTo(expected);
      }
    }
  }

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
}
