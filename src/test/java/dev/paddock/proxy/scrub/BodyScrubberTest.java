package dev.paddock.proxy.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyScrubberTest {
  private static final String SECRET = "sk-ant-oat01-sk-ant-REAL";
  private static final String PLACEHOLDER = "sk-ant-placeholder";
  private final SecretForms forms = SecretForms.of(latin(SECRET), PLACEHOLDER);
  private final List<HttpContent> out = new ArrayList<>();

  @AfterEach
  void release() {
    out.forEach(HttpContent::release);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing of it",
        SECRET,
        "a" + SECRET,
        SECRET + "z",
        "{\"token\":\"" + SECRET + "\"}\n",
        SECRET + SECRET,
        SECRET + "," + SECRET + ",",
        // Beginnings that come to nothing, or hide the true one.
        "sk-ant-oat01-sk-ant-REA",
        "sk-ant-oat01-" + SECRET,
        "sk-ant-oat01-sk-ant-REA" + SECRET,
        "sssk-ant-ssk-ant-oat01-sk-ant-oat01-sk-ant-REALs",
      })
  void replacesTheSecretWhereverABodyIsCut(String body) {
    var wanted = body.replace(SECRET, PLACEHOLDER);
    for (int first = 0; first <= body.length(); first++) {
      for (int second = first; second <= body.length(); second++) {
        var parts =
            List.of(
                body.substring(0, first), body.substring(first, second), body.substring(second));
        assertThat(scrubbed(false, parts)).as("cut at %s and %s", first, second).isEqualTo(wanted);
        assertThat(scrubbed(true, parts)).hasSameSizeAs(body).doesNotContain(SECRET);
      }
    }
    assertThat(scrubbed(false, List.of(body.split("(?!^)")))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {":", "x:", "ab:", "x-access-token:"})
  void replacesWhatTheSecretDecidesOfBasic(String before) {
    for (var behind : List.of("", ":", ":x", ":yz")) {
      var body = "{\"authorization\":\"Basic " + base64(before + SECRET + behind) + "\"}";
      for (int cut = 0; cut <= body.length(); cut++) {
        var scrubbed = scrubbed(false, List.of(body.substring(0, cut), body.substring(cut)));
        assertThat(scrubbed).hasSameSizeAs(body);
        var value = scrubbed.substring(scrubbed.indexOf("Basic ") + 6, scrubbed.indexOf("\"}"));
        var decoded = new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1);
        assertThat(decoded).startsWith(before).endsWith(behind).doesNotContain("oat01", "REAL");
      }
    }
  }

  @Test
  void passesAPartWithoutTheSecretOnAsItIs() {
    var part = content("event: a\ndata: {\"text\":\"sk-ant-oat01 sk-an\"}\n\n");
    scrubber(false).take(part);
    assertThat(out).hasSize(1);
    assertThat(out.getFirst()).isSameAs(part);
  }

  @Test
  void holdsBackOnlyWhatMayBeTheBeginning() {
    var scrubber = scrubber(false);
    scrubber.take(content("data: sk-ant-oat01-sk"));
    assertThat(text()).isEqualTo("data: ");
    scrubber.take(content("-a"));
    assertThat(text()).isEqualTo("data: ");
    scrubber.take(content("x"));
    assertThat(text()).isEqualTo("data: sk-ant-oat01-sk-ax");
    scrubber.take(content("s"));
    scrubber.take(LastHttpContent.EMPTY_LAST_CONTENT);
    assertThat(text()).isEqualTo("data: sk-ant-oat01-sk-axs");
    assertThat(scrubber.found()).isFalse();
    assertThat(out.getLast()).isInstanceOf(LastHttpContent.class);
  }

  @Test
  void keepsTrailersAndTellsThatItFoundOne() {
    var scrubber = scrubber(false);
    var last = new DefaultLastHttpContent(bytes("a" + SECRET + "b"));
    last.trailingHeaders().set("X", "y");
    scrubber.take(last);
    assertThat(text()).isEqualTo("a" + PLACEHOLDER + "b");
    assertThat(scrubber.found()).isTrue();
    assertThat(out).hasSize(3);
    assertThat(out.getLast())
        .isInstanceOfSatisfying(
            LastHttpContent.class,
            end -> assertThat(end.trailingHeaders().get("X")).isEqualTo("y"));
  }

  @Test
  void readsPartsThatLieInSeveralPieces() {
    var scrubber = scrubber(false);
    var pieces = Unpooled.wrappedBuffer(bytes("ask-ant-oat0"), bytes("1-sk-ant-REALb"));
    scrubber.take(new DefaultLastHttpContent(pieces));
    assertThat(text()).isEqualTo("a" + PLACEHOLDER + "b");
  }

  @Test
  void doesNotLookForASecretThatStandsInTextsByChance() {
    var shortOne = SecretForms.of(latin("password"), "x");
    var scrubber = new BodyScrubber(shortOne, false, out::add);
    scrubber.take(new DefaultLastHttpContent(bytes("a password")));
    assertThat(text()).isEqualTo("a password");
  }

  @Test
  void replacesInTexts() {
    assertThat(forms.replaceIn("Bearer " + SECRET + ", " + SECRET))
        .isEqualTo("Bearer " + PLACEHOLDER + ", " + PLACEHOLDER);
    assertThat(forms.replaceIn("t=" + SECRET.substring(1))).isEqualTo("t=" + SECRET.substring(1));
    assertThat(forms.replaceIn("Basic " + base64("u:" + SECRET))).doesNotContain("9hdDAxLXNr");
    assertThat(forms.toString()).doesNotContain("REAL");
  }

  private String scrubbed(boolean keepsLength, List<String> parts) {
    var scrubber = scrubber(keepsLength);
    parts.forEach(part -> scrubber.take(content(part)));
    scrubber.take(LastHttpContent.EMPTY_LAST_CONTENT);
    var text = text();
    assertThat(out).filteredOn(p -> p instanceof LastHttpContent).containsExactly(out.getLast());
    release();
    out.clear();
    return text;
  }

  private BodyScrubber scrubber(boolean keepsLength) {
    return new BodyScrubber(forms, keepsLength, out::add);
  }

  private String text() {
    var text = new StringBuilder();
    out.forEach(part -> text.append(part.content().toString(StandardCharsets.ISO_8859_1)));
    return text.toString();
  }

  private static HttpContent content(String text) {
    return new DefaultHttpContent(bytes(text));
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(latin(text));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
