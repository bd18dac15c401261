package dev.paddock.proxy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of decisions.txt. */
class DecisionTableTest {
  private static final Pattern BASE64 = Pattern.compile("b64\\(([^)]*)\\)");
  private static final String CLEAR = "http://";

  private final Placeholders placeholders = new Placeholders(new SecureRandom());
  private final Placeholders old = new Placeholders(new SecureRandom());

  static List<String> lines() throws IOException {
    try (var in = DecisionTableTest.class.getResourceAsStream("decisions.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void decides(String line) {
    var columns = line.split("\\s+\\|\\s+", -1);
    assertThat(columns).as(line).hasSize(5);
    var rules = new RequestRules(placeholders, Policies.named(columns[0]));
    assertThat(question(columns[1], columns[2], columns[3]).ask(rules)).isEqualTo(columns[4]);
  }

  @Test
  void thereAreHundredsOfThem() throws IOException {
    assertThat(lines()).hasSizeGreaterThan(300).doesNotHaveDuplicates();
  }

  /** A pattern for whole paths took half a second for each, on a thread that all sessions share. */
  @Test
  void aLongPathIsNoMoreWorkThanItsLength() {
    var rules = new RequestRules(placeholders, Policies.named("open"));
    var host = Map.entry("Host", "api.github.com");
    var login =
        Map.entry("Authorization", "token " + placeholders.accessToken(CredentialKind.GITHUB));
    for (int i = 0; i < 500; i++) {
      var path = "/repos/acme/app" + "/a".repeat(7_900) + i;
      var head = new RequestHead("GET", path, List.of(host, login));
      assertThat(new Question("api.github.com", false, null, head).ask(rules)).startsWith("put ");
    }
  }

  private Question question(String where, String request, String headers) {
    var parts = where.split(" ; ");
    boolean clear = parts[0].startsWith(CLEAR);
    var authority = octets(clear ? parts[0].substring(CLEAR.length()) : parts[0]);
    if (request.equals("-")) {
      return new Question(authority, clear, null, null);
    }
    int space = request.indexOf(' ');
    var fields = new ArrayList<Map.Entry<String, String>>();
    var host = option(parts, "host=", authority);
    if (!"-".equals(host)) {
      fields.add(Map.entry("Host", String.valueOf(host)));
    }
    Stream.of(headers.split(" ; ", -1)).map(this::field).forEach(fields::add);
    var head =
        new RequestHead(
            request.substring(0, space), octets(filled(request.substring(space + 1))), fields);
    return new Question(authority, clear, option(parts, "sni=", null), head);
  }

  private static @Nullable String option(String[] parts, String name, @Nullable String missing) {
    for (var part : parts) {
      if (part.startsWith(name)) {
        return part.substring(name.length());
      }
    }
    return missing;
  }

  private Map.Entry<String, String> field(String header) {
    int colon = header.indexOf(':');
    return Map.entry(header.substring(0, colon), filled(header.substring(colon + 1)));
  }

  private String filled(String text) {
    var filled = text.replace("{NUL}", "\0").replace("{TAB}", "\t");
    filled = named(named(filled, "", placeholders), "old.", old);
    return BASE64
        .matcher(filled)
        .replaceAll(m ->
            Base64.getEncoder().encodeToString(m.group(1).getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String named(String text, String prefix, Placeholders values) {
    var named = text;
    for (var value : values.byName().entrySet()) {
      var name =
          value
              .getKey()
              .replace(".access_token", "")
              .replace(".refresh_token", ".refresh")
              .replace(".id_token", ".id");
      named = named.replace("{" + prefix + name + "}", value.getValue());
    }
    return named;
  }

  /** A head comes as one character for each octet. */
  private static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
