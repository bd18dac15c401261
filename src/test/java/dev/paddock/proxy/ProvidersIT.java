package dev.paddock.proxy;

import static dev.paddock.proxy.Loopback.API;
import static dev.paddock.proxy.Loopback.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Json;
import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.rule.GitHubAccess;
import dev.paddock.proxy.rule.NetworkMode;
import dev.paddock.proxy.rule.RequestRules;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches the servers of all providers and of GitHub. */
class ProvidersIT extends ProxyOnLoopback {

  @BeforeEach
  void start() throws Exception {
    noteRequests();
  }

  @ParameterizedTest
  @CsvSource({
    "api.openai.com, POST /v1/responses, Bearer, OPENAI",
    "api.openai.com, POST /v1/responses, Bearer, CODEX",
    "chatgpt.com, POST /backend-api/codex/responses, Bearer, CODEX",
    "eu.chatgpt.com, POST /backend-api/codex/responses, Bearer, CODEX",
    "api.individual.githubcopilot.com, POST /v1/messages, Bearer, COPILOT",
    "api.github.com, GET /copilot_internal/user, bearer, COPILOT",
    "api.github.com, GET /repos/acme/app/pulls, token, GITHUB",
    "github.com, GET /Acme/App.git/info/refs, Bearer, GITHUB",
    "mcp-proxy.anthropic.com, POST /v1/mcp/server, Bearer, CLAUDE",
  })
  void theServerSeesTheRealCredentialInTheSameScheme(
      String host, String line, String scheme, CredentialKind kind) throws Exception {
    ask(host, line, "Authorization: " + scheme + " " + placeholder(kind));
    assertThat(Wire.header(next(), "authorization")).contains(scheme + " " + Loopback.real(kind));
    assertThat(seen).isEmpty();
  }

  @Test
  void gitsPasswordIsTheRepositorysToken() throws Exception {
    ask(
        "github.com",
        "POST /acme/app.git/git-receive-pack",
        "Authorization: Basic " + base64("x-access-token:" + placeholder(CredentialKind.GITHUB)));
    assertThat(Wire.header(next(), "authorization"))
        .contains("Basic " + base64("x-access-token:" + Loopback.real(CredentialKind.GITHUB)));
  }

  @ParameterizedTest
  @CsvSource({
    "github.com, GET /acme/app-evil.git/info/refs",
    "github.com, POST /other/app.git/git-receive-pack",
    "api.github.com, GET /user",
    "api.github.com, GET /repos/acme/app-evil",
  })
  void noTokenAndNoPlaceholderGoesToAnyOtherRepository(String host, String line) throws Exception {
    ask(host, line, "Authorization: token " + placeholder(CredentialKind.GITHUB));
    assertThat(next()).startsWith(line).doesNotContainIgnoringCase("authorization");
  }

  @Test
  void anApiKeyForClaudeBecomesItsLogin() throws Exception {
    ask(API, "POST /v1/messages", "x-api-key: " + loopback.placeholder(), "anthropic-beta: a");
    assertThat(next())
        .containsIgnoringCase("authorization: Bearer " + REAL)
        .containsIgnoringCase("anthropic-beta: a,oauth-2025-04-20")
        .doesNotContainIgnoringCase("x-api-key");
  }

  @ParameterizedTest
  @CsvSource({
    "*/*, text/plain",
    "application/vnd.github+json, application/json",
    "application/json, application/json",
  })
  void aRefusalIsWrittenSoThatTheClientShowsIt(String accepted, String type) throws Exception {
    try (var wire = loopback.intercepted("api.github.com")) {
      wire.send(
          Loopback.lines(
              "POST /graphql HTTP/1.1",
              "Host: api.github.com",
              "Content-Length: 0",
              "Accept: " + accepted,
              "Authorization: token " + placeholder(CredentialKind.GITHUB),
              ""));
      assertThat(wire.message())
          .startsWith("HTTP/1.1 403")
          .containsIgnoringCase("content-type: " + type)
          .contains("GraphQL needs a token that you choose for it");
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void aWebSocketOpensWithTheRealCredentialAndIsThenLeftAlone() throws Exception {
    var bytes = "\u0081\u0085mask!" + placeholder(CredentialKind.CODEX);
    loopback.secure.onConnection((peer, number) -> {
      seen.add(peer.head());
      peer.send(
          Loopback.lines(
              "HTTP/1.1 101 Switching Protocols",
              "Connection: Upgrade",
              "Upgrade: websocket",
              "Sec-WebSocket-Accept: x",
              "Sec-WebSocket-Extensions: permessage-deflate",
              ""));
      var frames = peer.exactly(bytes.length());
      seen.add(frames);
      peer.send(frames);
    });
    try (var wire = loopback.intercepted("eu.chatgpt.com")) {
      wire.send(
          Loopback.lines(
              "GET /backend-api/codex/responses HTTP/1.1",
              "Host: eu.chatgpt.com",
              "Connection: Upgrade",
              "Upgrade: websocket",
              "Sec-WebSocket-Key: x",
              "Sec-WebSocket-Extensions: permessage-deflate",
              "Authorization: Bearer " + placeholder(CredentialKind.CODEX),
              ""));
      assertThat(wire.head()).startsWith("HTTP/1.1 101").contains("permessage-deflate");
      wire.send(bytes);
      assertThat(wire.exactly(bytes.length())).isEqualTo(bytes);
    }
    assertThat(next())
        .contains("Bearer " + Loopback.real(CredentialKind.CODEX))
        .contains("permessage-deflate");
    assertThat(next()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json\r\n\r\n{\"grant_type\":\"refresh_token\",\"refresh_token\":\"%s\"}",
        "application/x-www-form-urlencoded\r\n\r\ngrant_type=refresh_token&refresh_token=%s"
      })
  void chatGptsRefreshIsAnsweredHere(String typeAndBody) throws Exception {
    var parts =
        typeAndBody
            .formatted(loopback.listener.placeholders().refreshToken(CredentialKind.CODEX))
            .split("\r\n\r\n", 2);
    try (var wire = loopback.intercepted("auth.openai.com")) {
      wire.send(
          "POST /oauth/token HTTP/1.1\r\nHost: auth.openai.com\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(parts[0], parts[1].length(), parts[1]));
      var answer = wire.message();
      assertThat(Wire.status(answer)).isEqualTo(200);
      var json = Json.mapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
      assertThat(json.get("access_token").asText()).isEqualTo(placeholder(CredentialKind.CODEX));
      assertThat(json.get("id_token").asText())
          .isEqualTo(loopback.listener.placeholders().codexIdentity());
      assertThat(json.get("refresh_token").asText())
          .isEqualTo(loopback.listener.placeholders().refreshToken(CredentialKind.CODEX));
      assertThat(json.get("expires_in").asLong()).isGreaterThan(TimeUnit.DAYS.toSeconds(3000));
    }
    assertThat(loopback.secure.connections()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "platform.claude.com, /v1/oauth/token, '{\"refresh_token\":\"my-own\"}'",
    "auth.openai.com, /oauth/token, grant_type=authorization_code&code=c",
  })
  void aLoginThatIsTheGuestsOwnIsLeftAlone(String host, String path, String body) throws Exception {
    try (var wire = loopback.intercepted(host)) {
      // In parts, so that it has to be put together again.
      wire.send(
          Loopback.lines(
                  "POST " + path + " HTTP/1.1",
                  "Host: " + host,
                  "Content-Length: " + body.length(),
                  "",
                  body.substring(0, 5))
              .stripTrailing());
      wire.send(body.substring(5));
      assertThat(wire.message()).startsWith("HTTP/1.1 200").endsWith("ok");
      wire.send("GET /next HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      assertThat(wire.message()).startsWith("HTTP/1.1 200");
    }
    assertThat(next()).startsWith("POST " + path).endsWith(body);
    assertThat(next()).startsWith("GET /next");
  }

  @Test
  void aRefreshWithAnotherSessionsPlaceholderIsTheServersFault() throws Exception {
    try (var other = loopback.server.listen(new ListenAddress.Loopback(0), loopback.access());
        var wire = loopback.intercepted("platform.claude.com")) {
      var body =
          "{\"refresh_token\":\""
              + other.placeholders().refreshToken(CredentialKind.CLAUDE)
              + "\"}";
      wire.send(
          "POST /v1/oauth/token HTTP/1.1\r\nHost: platform.claude.com\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      assertThat(Wire.status(wire.message())).isEqualTo(503);
    }
    assertThat(loopback.secure.connections()).isZero();
    assertThat(loopback.events()).anyMatch(e -> e instanceof ProxyEvent.Refused);
  }

  @Test
  void aRefreshOfAnyLengthIsNotKept() throws Exception {
    try (var wire = loopback.intercepted("auth.openai.com")) {
      wire.send(
          "POST /oauth/token HTTP/1.1\r\nHost: auth.openai.com\r\nContent-Length: 200000\r\n\r\n");
      wire.send("x".repeat(200_000));
      assertThat(Wire.status(wire.message())).isEqualTo(503);
      wire.send("GET /next HTTP/1.1\r\nHost: auth.openai.com\r\n\r\n");
      assertThat(wire.message()).startsWith("HTTP/1.1 200");
    }
    assertThat(next()).startsWith("GET /next");
  }

  @Test
  void aRefreshWithoutALoginIsTheServersFault() throws Exception {
    loopback.signOut();
    try (var wire = loopback.intercepted("platform.claude.com")) {
      wire.send(
          "POST /v1/oauth/token HTTP/1.1\r\nHost: platform.claude.com\r\nContent-Length: 2\r\n\r\n{}");
      assertThat(Wire.status(wire.message())).isEqualTo(503);
    }
    assertThat(loopback.secure.connections()).isZero();
    assertThat(loopback.events()).anyMatch(e -> e instanceof ProxyEvent.LoginUnavailable);
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceholderOfAnotherSessionIsRefusedAndReported(CredentialKind kind) throws Exception {
    try (var other = loopback.server.listen(new ListenAddress.Loopback(0), loopback.access())) {
      refused(
          loopback.listener,
          Loopback.host(kind),
          "Authorization: Bearer " + other.placeholders().accessToken(kind),
          RequestRules.OF_ANOTHER_SESSION);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceholderOfAnotherKindIsRefusedAndReported(CredentialKind kind) throws Exception {
    for (var wrong : CredentialKind.values()) {
      boolean both = kind == CredentialKind.OPENAI && wrong == CredentialKind.CODEX;
      if (wrong != kind && !both) {
        refused(
            loopback.listener,
            Loopback.host(kind),
            "Authorization: Bearer " + placeholder(wrong),
            RequestRules.MISPLACED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceholderOutsideOfACredentialIsRefusedAndReported(CredentialKind kind) throws Exception {
    refused(
        loopback.listener,
        Loopback.host(kind),
        "Cookie: a=" + placeholder(kind),
        RequestRules.MISPLACED);
  }

  @ParameterizedTest
  @EnumSource
  void anybodyElsesCredentialIsRefusedWhereTheUserWantsThat(CredentialKind kind) throws Exception {
    var strict = Loopback.policy(NetworkMode.OPEN, GitHubAccess.none(), true);
    try (var listener =
        loopback.server.listen(new ListenAddress.Loopback(0), loopback.access(strict))) {
      refused(listener, Loopback.host(kind), "Authorization: Bearer my-own", RequestRules.UNKNOWN);
    }
    ask(Loopback.host(kind), "GET /acme/app", "Authorization: Bearer my-own");
    assertThat(next()).contains("Bearer my-own");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/acme/app/../other", "/acme/app/%2e%2e/other", "/acme%2fapp", "/acme/app%252f..",
            "//acme/app",
        "/acme/app;x", "/acme/app\\..", "/acme/app%00", "/acme/app#x", "/acme/%ff/app"
      })
  void noTokenGoesOntoAPathThatServersReadDifferently(String path) throws Exception {
    try (var wire = loopback.intercepted("github.com")) {
      wire.send(
          "GET "
              + path
              + " HTTP/1.1\r\nHost: github.com\r\nAuthorization: token "
              + placeholder(CredentialKind.GITHUB)
              + "\r\n\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(400);
    }
    assertThat(loopback.secure.connections()).isZero();
    assertThat(loopback.events()).anyMatch(e -> e instanceof ProxyEvent.Refused);
  }

  @ParameterizedTest
  @EnumSource(names = {"LISTED", "OFFLINE"})
  void aHostThatTheSessionMayNotReachIsRefusedAndReported(NetworkMode mode) throws Exception {
    var policy = Loopback.policy(mode, GitHubAccess.none(), false);
    try (var listener =
            loopback.server.listen(new ListenAddress.Loopback(0), loopback.access(policy));
        var wire = Loopback.open(listener)) {
      wire.send("CONNECT example.org:443 HTTP/1.1\r\n" + Loopback.login(listener) + "\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(403);
      try (var provider = Loopback.intercepted(listener, API, API)) {
        provider.send("GET / HTTP/1.1\r\nHost: " + API + "\r\n\r\n");
        assertThat(Wire.status(provider.message())).isEqualTo(200);
      }
    }
    assertThat(loopback.events())
        .anyMatch(e -> e instanceof ProxyEvent.Refused r && r.host().equals("example.org"));
  }

  @Test
  void namesWithoutNumberBelowADomainDoNotFillTheMemory() throws Exception {
    for (int i = 0; i < 250; i++) {
      try (var wire = Loopback.intercepted(loopback.listener, "x" + i + ".chatgpt.com", null)) {
        assertThat(i).as("hosts with a certificate").isLessThan(200);
        wire.send("TRACE / HTTP/1.1\r\nHost: x" + i + ".chatgpt.com\r\n\r\n");
        assertThat(Wire.status(wire.message())).isEqualTo(405);
      } catch (javax.net.ssl.SSLException | java.net.SocketException e) {
        assertThat(i).isEqualTo(200);
        return;
      }
    }
    throw new AssertionError("no limit");
  }

  private void refused(ProxyListener through, String host, String header, String reason)
      throws Exception {
    loopback.events().clear();
    try (var wire = Loopback.intercepted(through, host, host)) {
      wire.send("GET /acme/app HTTP/1.1\r\nHost: " + host + "\r\n" + header + "\r\n\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(403);
    }
    assertThat(loopback.secure.connections()).isZero();
    assertThat(loopback.events())
        .anyMatch(e -> e instanceof ProxyEvent.Refused r && r.reason().equals(reason));
  }

  private void ask(String host, String line, String... headers) throws Exception {
    try (var wire = loopback.intercepted(host)) {
      wire.send(
          line
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nContent-Length: 0\r\n"
              + Loopback.lines(headers)
              + "\r\n");
      assertThat(wire.message()).startsWith("HTTP/1.1 200");
    }
  }

  private String placeholder(CredentialKind kind) {
    return loopback.listener.placeholders().accessToken(kind);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String next() throws InterruptedException {
    return String.valueOf(seen.poll(10, TimeUnit.SECONDS));
  }
}
