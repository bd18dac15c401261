package dev.paddock.proxy.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies, secrets and cuts by chance, against the plainest way to replace. */
class BodyScrubberFuzzTest {
  private static final int CASES = Integer.getInteger("paddock.fuzz.cases", 20_000);

  @Test
  void replacesWhatANaiveSearchReplaces() {
    long seed = Long.getLong("paddock.fuzz.seed", System.nanoTime());
    System.out.println("scrubber fuzz: -Dpaddock.fuzz.seed=" + seed);
    var random = new Random(seed);
    int replaced = 0;
    for (int i = 0; i < CASES; i++) {
      var forms = forms(random);
      var body = body(random, forms);
      boolean keepsLength = random.nextBoolean();
      var wanted = naive(body, forms, keepsLength);
      assertThat(scrubbed(random, body, forms, keepsLength))
          .as("seed %s, case %s, body %s", seed, i, body)
          .isEqualTo(wanted);
      replaced += wanted.equals(body) ? 0 : 1;
    }
    // Else it would have tested nothing.
    assertThat(replaced).isBetween(CASES / 10, CASES * 9 / 10);
  }

  /** Of few letters, so that beginnings overlap, or of many, so that the window moves far. */
  private static List<SecretForm> forms(Random random) {
    int letters = random.nextBoolean() ? 2 : 60;
    var forms = new ArrayList<SecretForm>();
    int most = random.nextInt(50) == 0 ? 600 : 12;
    for (int i = random.nextInt(4); i >= 0; i--) {
      var octets = letters(random, 2 + random.nextInt(most), letters);
      if (forms.stream().noneMatch(f -> f.octets().length == octets.length())) {
        var standIn = "#".repeat(random.nextInt(14));
        forms.add(new SecretForm(latin(octets), latin(standIn)));
      }
    }
    return forms;
  }

  private static String body(Random random, List<SecretForm> forms) {
    var body = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      var octets = text(forms.get(random.nextInt(forms.size())).octets());
      switch (random.nextInt(5)) {
        case 0 -> body.append(octets);
        case 1 -> body.append(octets, 0, random.nextInt(octets.length()));
        case 2 -> body.append(octets.substring(random.nextInt(octets.length())));
        case 3 -> body.append(letters(random, random.nextInt(80), 60));
        default -> body.append(letters(random, random.nextInt(6), 2));
      }
    }
    return body.toString();
  }

  private static String naive(String body, List<SecretForm> forms, boolean keepsLength) {
    var shortestFirst =
        forms.stream().sorted(Comparator.comparingInt(f -> f.octets().length)).toList();
    var replaced = new StringBuilder();
    int at = 0;
    while (at < body.length()) {
      int here = at;
      var form =
          shortestFirst.stream().filter(f -> body.startsWith(text(f.octets()), here)).findFirst();
      if (form.isEmpty()) {
        replaced.append(body.charAt(at));
        at++;
        continue;
      }
      int length = form.get().octets().length;
      var standIn = text(form.get().standIn());
      replaced.append(keepsLength ? (standIn + "0".repeat(length)).substring(0, length) : standIn);
      at += length;
    }
    return replaced.toString();
  }

  private static String scrubbed(
      Random random, String body, List<SecretForm> forms, boolean keepsLength) {
    var text = new StringBuilder();
    var scrubber =
        new BodyScrubber(
            new SecretForms(forms),
            keepsLength,
            part -> {
              text.append(part.content().toString(StandardCharsets.ISO_8859_1));
              part.release();
            });
    int longest = 1 + random.nextInt(40);
    int at = 0;
    for (; random.nextInt(30) != 0 && at < body.length(); ) {
      int end = Math.min(body.length(), at + random.nextInt(longest + 1));
      scrubber.take(part(body.substring(at, end), false));
      at = end;
    }
    scrubber.take(part(body.substring(at), true));
    return text.toString();
  }

  private static HttpContent part(String text, boolean last) {
    var bytes = PooledByteBufAllocator.DEFAULT.directBuffer(text.length() + 1);
    // Not at its beginning, as the parts of a real answer.
    bytes.writeByte('!').skipBytes(1).writeBytes(latin(text));
    return last ? new DefaultLastHttpContent(bytes) : new DefaultHttpContent(bytes);
  }

  private static String letters(Random random, int length, int number) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('A' + random.nextInt(number)));
    }
    return text.toString();
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
