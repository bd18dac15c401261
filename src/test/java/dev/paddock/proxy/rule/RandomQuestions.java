package dev.paddock.proxy.rule;

import static dev.paddock.credential.CredentialKind.GITHUB;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Requests by chance, most of them close to the border between two decisions. */
final class RandomQuestions {
  private static final List<String> INTERCEPTED =
      List.of(
          "api.anthropic.com",
          "mcp-proxy.anthropic.com",
          "platform.claude.com",
          "api.openai.com",
          "chatgpt.com",
          "eu.chatgpt.com",
          "a.b.chatgpt.com",
          "auth.openai.com",
          "api.githubcopilot.com",
          "api.individual.githubcopilot.com",
          "api.github.com",
          "api.github.com",
          "api.github.com",
          "github.com",
          "github.com",
          "github.com",
          "uploads.github.com",
          "raw.githubusercontent.com",
          "codeload.github.com");
  private static final List<String> HOSTS =
      List.of(
          "githubcopilot.com",
          "example.org",
          "datadoghq.com",
          "x.y.datadoghq.com",
          "notdatadoghq.com",
          "evilchatgpt.com",
          "chatgpt.com.evil.example",
          "x.api.anthropic.com",
          "intra.example",
          "git.corp.example",
          "corp.example",
          "registry.npmjs.org",
          "deb.debian.org",
          "127.0.0.1",
          "8.8.8.8",
          "127.1",
          "1.2.3.256",
          "a..b",
          "-a.example",
          "x_y.corp.example",
          "0x7f.0.0.1",
          "a b",
          "");
  private static final List<String> PORTS =
      List.of(":80", ":22", ":0", ":65536", ":0443", ":x", ":443", "");
  private static final List<String> METHODS =
      List.of(
          "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "Post", "G(T");
  private static final List<String> WEB_PATHS =
      List.of(
          "/acme/app",
          "/acme/docs",
          "/Acme/APP",
          "/acme/app.git",
          "/acme/docs.git",
          "/acme/app.GIT",
          "/acme/app.git.git",
          "/acme/app-evil",
          "/acme/ap",
          "/acme",
          "/other/app",
          "/acme/%61pp",
          "/%41cme/docs",
          "/acme/.git",
          "/acme/%E2%84%AApp",
          "/repos/acme/app");
  private static final List<String> API_PATHS =
      List.of(
          "/repos/acme/app",
          "/repos/acme/docs",
          "/repos/Acme/Docs",
          "/repos/acme/app.git",
          "/repos/acme",
          "/repos/other/x",
          "/Repos/acme/app",
          "/repos",
          "/copilot_internal",
          "/repos/github/copilot-cli",
          "/repos/github/copilot-cli-x",
          "/copilot_internal/user",
          "/copilot_internal/v2/token",
          "/copilot_internal/V2/token",
          "/copilot_internal/v2/tokens",
          "/repos/acme/app/actions/runners/registration-token",
          "/repos/acme/app/actions/runners",
          "/orgs/acme/actions/runners/remove-token",
          "/enterprises/acme/actions/runners/registration-token",
          "/repos/acme/app/keys",
          "/repositories/7/keys",
          "/user/keys",
          "/copilot_internals",
          "/graphql",
          "/GraphQL",
          "/user",
          "/gists",
          "/acme/app",
          "");
  private static final List<String> OTHER_PATHS =
      List.of(
          "/v1/oauth/token",
          "/oauth/token",
          "/v1/oauth/%74oken",
          "/oauth/tokens",
          "/api/oauth/claude_cli/create_api_key",
          "/api/oauth/claude_cli/%63reate_%2561pi_key",
          "/v1/Realtime/client_secrets",
          "/v1/realtime/sessions",
          "/v1/realtime",
          "/v1/x%2f..%2frealtime",
          "/v1/chatkit/./sessions",
          "/v1/messages",
          "",
          "/");
  private static final List<String> TAILS =
      List.of(
          "",
          "",
          "",
          "",
          "/",
          "/git-upload-pack",
          "/git-receive-pack",
          "/info/refs",
          "/pulls",
          "/..",
          "/.",
          "/../other",
          "/%2e%2e",
          "/%2E",
          "//x",
          "//",
          "/a;b",
          "/%3b",
          "/%2f",
          "/a\\b",
          "/%5c",
          "/%25",
          "/%252e",
          "/%00",
          "/%0a",
          "/%7f",
          "/%",
          "/%4",
          "/%zz",
          "/%c3%a4",
          "/%ff",
          "/%c0%ae",
          "/%e2%80%a8x",
          "/%20",
          "/[x]",
          "/a#b",
          "/\u00e4",
          "/a b",
          "/\u0000",
          "/a%2eb",
          "/...");
  private static final List<String> QUERIES =
      List.of("", "", "", "", "", "?x=1", "?a=/../%2e;\\#", "?", "?t=VALUE");
  private static final List<String> SCHEMES =
      List.of(
          "Bearer ",
          "Bearer ",
          "bearer ",
          "token ",
          "Basic ",
          "Basic ",
          "basic ",
          "",
          "Bearer",
          " Bearer  ",
          "Bearer\t",
          "Digest ",
          "VALUE ");
  private static final List<String> OTHERS =
      List.of("Cookie", "X-Other", "Accept", "chatgpt-account-id", "Proxy-Authorization", "X:Y");

  private final SplittableRandom random;
  private final List<String> values;
  private final List<String> usual;

  RandomQuestions(long seed, Placeholders own, Placeholders old) {
    random = new SplittableRandom(seed);
    values = Stream.concat(own.byName().values().stream(), old.byName().values().stream()).toList();
    // GitHub has most rules.
    usual =
        Stream.concat(Stream.of(CredentialKind.values()), Stream.of(GITHUB, GITHUB, GITHUB))
            .map(own::accessToken)
            .toList();
  }

  Question next() {
    var host = host();
    var authority = host + port();
    boolean clear = chance(20);
    if (chance(25)) {
      return new Question(authority, clear, null, null);
    }
    var headers = new ArrayList<Map.Entry<String, String>>();
    if (!chance(60)) {
      headers.add(Map.entry("Host", chance(20) ? host() + port() : spelled(host)));
    }
    for (int count = random.nextInt(3); count > 0; count--) {
      headers.add(header());
    }
    var serverName = chance(2) ? null : chance(40) ? host() : spelled(host);
    return new Question(
        authority, clear, serverName, new RequestHead(method(), target(host), headers));
  }

  private String host() {
    return spelled(any(chance(8) ? HOSTS : INTERCEPTED));
  }

  private String method() {
    return chance(6) ? any(METHODS) : chance(2) ? "GET" : "POST";
  }

  private String port() {
    return chance(8) ? any(PORTS) : "";
  }

  private String spelled(String host) {
    if (chance(10)) {
      return host.toUpperCase(Locale.ROOT);
    }
    return chance(40) ? host + "." : chance(150) ? "u@" + host : host;
  }

  private String target(String host) {
    var start = chance(50) ? any(List.of("http://x", "*", "x", "/", "https://github.com")) : "";
    return start
        + any(paths(host))
        + (chance(4) ? any(TAILS) : chance(4) ? "/git-upload-pack" : "")
        + (chance(8) ? any(TAILS) : "")
        + (chance(6) ? any(QUERIES).replace("VALUE", value()) : "");
  }

  private List<String> paths(String host) {
    if (chance(8)) {
      return any(List.of(WEB_PATHS, API_PATHS, OTHER_PATHS));
    }
    return host.contains("api.github") || host.contains("uploads")
        ? API_PATHS
        : host.contains("github") ? WEB_PATHS : OTHER_PATHS;
  }

  private Map.Entry<String, String> header() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3, 4 ->
          Map.entry(chance(2) ? "Authorization" : "authorization", authorization());
      case 5, 6 -> Map.entry(chance(2) ? "x-api-key" : "X-API-Key", padded(value()));
      default ->
          Map.entry(any(OTHERS), chance(2) ? "x" : chance(3) ? authorization() : "a=" + value());
    };
  }

  private String authorization() {
    var scheme = any(SCHEMES).replace("VALUE", value());
    if (!scheme.strip().equalsIgnoreCase("basic") || chance(10)) {
      return scheme + padded(value());
    }
    var pair =
        switch (random.nextInt(5)) {
          case 0 -> value();
          case 1 -> value() + ":x";
          case 2, 3 -> "x-access-token:" + value();
          default -> value() + ":" + value();
        };
    return scheme + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String value() {
    var value = any(chance(4) ? values : usual);
    return switch (random.nextInt(24)) {
      case 0 -> "my-own";
      case 1 -> "";
      case 2 -> value + "x";
      case 3 -> "x" + value;
      case 4 -> value + "," + any(values);
      case 5 -> value.toUpperCase(Locale.ROOT);
      case 6 -> chance(4) ? value + "\u0001" : value;
      default -> value;
    };
  }

  private String padded(String value) {
    return chance(10) ? "  " + value + " " : value;
  }

  private boolean chance(int one) {
    return random.nextInt(one) == 0;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
