package dev.paddock.proxy.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyScrubberTest {
  private static final String SECRET = "sk-ant-REAL-ababab-secret";
  private static final String PLACEHOLDER = "sk-ant-placeholder-of-another-length";

  private final SecretForms forms =
      new KnownSecrets().forms(SECRET.getBytes(StandardCharsets.US_ASCII), PLACEHOLDER);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "a@b",
        "@@",
        "sk-ant-RE@",
        "sk-ant-REAL-abab@x",
        "sk-ant-REAL-ababab-secresk-ant-REAL-ababab-secre@ and @ again",
        "nothing of it sk-ant-REAL-ababab-secre",
        ""
      })
  void takesItOutWhereverTheBodyIsCut(String form) {
    var body = form.replace("@", SECRET);
    var clean = form.replace("@", PLACEHOLDER);
    for (int first = 0; first <= body.length(); first++) {
      for (int second = first; second <= body.length(); second++) {
        var parts =
            List.of(
                body.substring(0, first), body.substring(first, second), body.substring(second));
        assertThat(scrubbed(parts, false)).as("%s", parts).isEqualTo(clean);
      }
    }
    assertThat(scrubbed(body.chars().mapToObj(Character::toString).toList(), false))
        .isEqualTo(clean);
  }

  @Test
  void keepsTheLengthThatTheHeadHasTold() {
    var body = "{\"echo\":\"" + SECRET + "\"}";
    var clean = scrubbed(List.of(body.substring(0, 15), body.substring(15)), true);
    assertThat(clean)
        .hasSameSizeAs(body)
        .doesNotContain("REAL")
        .startsWith("{\"echo\":\"sk-ant-pl");
  }

  @Test
  void takesItOutOfBasicToo() {
    for (var user : List.of("", "x", "xy", "xyz")) {
      var basic = base64(user + ":" + SECRET + ":");
      var clean = scrubbed(List.of("Basic " + basic), false);
      assertThat(clean).hasSameSizeAs("Basic " + basic);
      assertThat(new String(Base64.getDecoder().decode(clean.substring(6)), StandardCharsets.UTF_8))
          .startsWith(user + ":")
          .doesNotContain("REAL-ababab");
    }
  }

  @Test
  void anEventGoesOnAtOnce() {
    var out = new ArrayList<String>();
    var scrubber = new BodyScrubber(forms, false, part -> out.add(text(part)));
    scrubber.take(part("data: {\"text\":\"risk\"}\n\n", false));
    assertThat(String.join("", out)).isEqualTo("data: {\"text\":\"risk\"}\n\n");
    scrubber.take(part("data: sk-ant-", false));
    assertThat(String.join("", out)).endsWith("data: ");
    scrubber.take(part("x", false));
    assertThat(String.join("", out)).endsWith("data: sk-ant-x");
    assertThat(scrubber.found()).isFalse();
  }

  @Test
  void doesWhatReplacingTheWholeTextWouldDo() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var pieces = List.of(SECRET, "sk-ant-", "REAL-ab", "ab", "a", "-secret", "x", "\n", "s");
    for (int round = 0; round < 5_000; round++) {
      var body = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        body.append(pieces.get(random.nextInt(pieces.size())));
      }
      var parts = new ArrayList<String>();
      for (int at = 0; at < body.length(); ) {
        int end = Math.min(body.length(), at + 1 + random.nextInt(20));
        parts.add(body.substring(at, end));
        at = end;
      }
      assertThat(scrubbed(parts, false))
          .as("seed %d, %s", seed, parts)
          .isEqualTo(body.toString().replace(SECRET, PLACEHOLDER));
    }
  }

  @Test
  void aSecretThatIsTooShortIsNotLookedFor() {
    var none = new KnownSecrets().forms("short".getBytes(StandardCharsets.US_ASCII), "x");
    var out = new ArrayList<String>();
    new BodyScrubber(none, false, part -> out.add(text(part))).take(part("short", true));
    assertThat(out).containsExactly("short");
  }

  @Test
  void showsNothingOfASecret() {
    assertThat(forms.toString() + new KnownSecrets()).doesNotContain("REAL");
  }

  private String scrubbed(List<String> parts, boolean keepsLength) {
    var out = new StringBuilder();
    var ended = new ArrayList<HttpContent>();
    var scrubber =
        new BodyScrubber(
            forms,
            keepsLength,
            part -> {
              if (part instanceof LastHttpContent) {
                ended.add(part);
              }
              out.append(text(part));
            });
    var sent = new ArrayList<HttpContent>();
    parts.forEach(text -> sent.add(part(text, false)));
    sent.add(part("", true));
    sent.forEach(scrubber::take);
    assertThat(ended).hasSize(1);
    assertThat(sent).allMatch(part -> part.refCnt() == 0);
    return out.toString();
  }

  private static HttpContent part(String text, boolean last) {
    var bytes = Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    return last ? new DefaultLastHttpContent(bytes) : new DefaultHttpContent(bytes);
  }

  private static String text(HttpContent part) {
    var text = part.content().toString(StandardCharsets.ISO_8859_1);
    part.release();
    return text;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
