package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.ClaudeLogin;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import dev.paddock.fake.FakeAnthropic;
import dev.paddock.fake.FakeUpstreamProxy;
import dev.paddock.fake.TestCa;
import dev.paddock.proxy.connect.DialPolicy;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.connect.Resolver;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS through a real listener, to a server that accepts only the real token. */
@Tag("loopback")
class ProxyIT {
  private static final String TOKEN = "sk-ant-oat01-the-real-one";
  private static final String ANSWER = "Hello from the other side.";

  @TempDir Path folder;

  private final TestCa ca = new TestCa();
  private final List<ProxyEvent> events = new CopyOnWriteArrayList<>();
  private Path login;
  private FakeAnthropic anthropic;
  private FakeUpstreamProxy upstream;
  private ProxyServer server;
  private ProxyListener listener;

  @BeforeEach
  void start() throws Exception {
    login = folder.resolve("credentials.json");
    signIn(TOKEN);
    anthropic = new FakeAnthropic(ca, TOKEN, ANSWER);
    upstream = new FakeUpstreamProxy(anthropic.port());
    var settings =
        ProxySettings.fromEnvironment(
            Map.of(
                "AI_HTTPS_PROXY", upstream.url(),
                "AI_SSL_CERT_FILE", ca.write(folder.resolve("ca.pem")).toString()));
    // Only one made-up name may lead to the loopback; all else is as in production.
    Resolver resolver =
        host ->
            host.equals("allowed.test") || host.equals("rebinding.test")
                ? List.of(InetAddress.getLoopbackAddress())
                : Resolver.system().resolve(host);
    server = new ProxyServer(settings, resolver, this::permit);
    listener = server.listen(new ListenAddress.Loopback(0), access());
  }

  private int permittedPort;

  private Optional<InetSocketAddress> permit(InetAddress address, int port) {
    return port == permittedPort
        ? Optional.of(new InetSocketAddress(address, port))
        : DialPolicy.publicOnly().permit(address, port);
  }

  @AfterEach
  void stop() throws Exception {
    listener.close();
    server.close();
    upstream.close();
    anthropic.close();
    assertThat(events.toString()).doesNotContain(TOKEN);
  }

  @Test
  void putsTheRealTokenWhereThePlaceholderStands() throws Exception {
    var answer = get("/v1/models", "Authorization: Bearer " + placeholder());
    assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain(TOKEN);
    assertThat(anthropic.requests()).containsExactly("GET /v1/models");
    assertThat(upstream.connects()).containsExactly("api.anthropic.com:443");
  }

  @Test
  void passesAnyOtherBearerAsItIs() throws Exception {
    assertThat(get("/v1/models", "Authorization: Bearer my-own")).startsWith("HTTP/1.1 401");
    assertThat(anthropic.refused()).containsExactly("GET /v1/models Bearer my-own");
  }

  @Test
  void usesANewTokenAtOnce() throws Exception {
    signIn("sk-ant-oat01-not-yet-valid");
    assertThat(get("/v1/models", "Authorization: Bearer " + placeholder()))
        .startsWith("HTTP/1.1 401");
    signIn(TOKEN);
    assertThat(get("/v1/models", "Authorization: Bearer " + placeholder()))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void answersARefreshWithPlaceholdersAndNeverForwardsIt() throws Exception {
    var answer =
        request(
            "platform.claude.com", "POST /v1/oauth/token HTTP/1.1", "platform.claude.com", "{}");
    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .contains(placeholder())
        .contains("expires_in")
        .contains("scope");
    assertThat(anthropic.requests()).isEmpty();
    assertThat(anthropic.refused()).isEmpty();
  }

  @Test
  void refusesAPlaceholderWhereItDoesNotBelong() throws Exception {
    var answer =
        request(
            "platform.claude.com",
            "GET /v1/me HTTP/1.1",
            "platform.claude.com",
            "",
            "Authorization: Bearer " + placeholder());
    assertThat(answer).startsWith("HTTP/1.1 403");
    assertThat(events).anyMatch(e -> e instanceof ProxyEvent.Refused);
  }

  @Test
  void refusesAHostHeaderThatNamesAnother() throws Exception {
    assertThat(request("api.anthropic.com", "GET / HTTP/1.1", "platform.claude.com", ""))
        .startsWith("HTTP/1.1 421");
  }

  @Test
  void refusesARequestThatTwoServersCouldReadDifferently() throws Exception {
    assertThat(
            request(
                "api.anthropic.com",
                "POST /v1/messages HTTP/1.1",
                "api.anthropic.com",
                "",
                "Content-Length: 5",
                "Transfer-Encoding: chunked"))
        .startsWith("HTTP/1.1 400");
    assertThat(anthropic.requests()).isEmpty();
  }

  @Test
  void a407LeavesTheConnectionUsable() throws Exception {
    try (var socket = connect()) {
      send(socket, "CONNECT api.anthropic.com:443 HTTP/1.1\r\nHost: api.anthropic.com:443\r\n\r\n");
      var refusal = head(socket.getInputStream());
      assertThat(refusal).startsWith("HTTP/1.1 407").contains("roxy-").contains("Basic");
      skipBody(socket.getInputStream(), refusal);
      send(socket, connectTo("api.anthropic.com:443"));
      assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void refusesWhatIsNotOnThePublicInternet() throws Exception {
    for (var target :
        List.of(
            "127.0.0.1:22",
            "192.168.5.2:80",
            "10.1.2.3:443",
            "169.254.169.254:80",
            "[::1]:443",
            "[::ffff:127.0.0.1]:443",
            "0.0.0.0:80",
            "100.64.0.1:80",
            "rebinding.test:443",
            "localhost:443")) {
      assertThat(connectStatus(target)).as(target).isEqualTo("HTTP/1.1 403");
    }
    assertThat(connectStatus("http-intake.logs.us5.datadoghq.com:443")).isEqualTo("HTTP/1.1 403");
    assertThat(connectStatus("no-such-host.invalid:443")).isEqualTo("HTTP/1.1 502");
  }

  @Test
  void tunnelsEveryByteAndTheEndOfEachDirection() throws Exception {
    var sent = new byte[5 << 20];
    new Random(42).nextBytes(sent);
    try (var echo = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      permittedPort = echo.getLocalPort();
      Thread.startVirtualThread(() -> {
        try (var peer = echo.accept()) {
          // The answer begins only after the client's end was seen: half-close matters.
          peer.getOutputStream().write(peer.getInputStream().readAllBytes());
        } catch (IOException e) {
          // The assertion below fails.
        }
      });
      try (var socket = connect()) {
        send(socket, connectTo("allowed.test:" + echo.getLocalPort()));
        assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
        socket.getOutputStream().write(sent);
        socket.shutdownOutput();
        assertThat(Arrays.equals(socket.getInputStream().readAllBytes(), sent)).isTrue();
      }
    }
  }

  @Test
  void withoutALoginAnAgentGetsAnErrorThatKeepsItsFile() throws Exception {
    Files.delete(login);
    // An upstream proxy is set, so the placeholder goes there as it is: the user's proxy decides.
    assertThat(get("/v1/models", "Authorization: Bearer " + placeholder()))
        .startsWith("HTTP/1.1 401");
    Files.writeString(login, "{ damaged");
    assertThat(get("/v1/models", "Authorization: Bearer " + placeholder()))
        .startsWith("HTTP/1.1 503");
    assertThat(events).anyMatch(e -> e instanceof ProxyEvent.LoginUnavailable);
  }

  @Test
  void aSocketFileIsItsOwnersOnly() throws Exception {
    var path = folder.resolve("proxy.sock");
    try (var unix = server.listen(new ListenAddress.UnixSocket(path), access())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
      assertThat(unix.secret()).isNotEqualTo(listener.secret());
      assertThat(unix.caPem()).isNotEqualTo(listener.caPem());
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void theRealClaudeCodeWorksThroughIt() throws Exception {
    var claude = System.getenv("PADDOCK_TEST_CLAUDE");
    if (claude == null) {
      System.out.println("no Claude Code: PADDOCK_TEST_CLAUDE is not set");
      assertThat(System.getenv("PADDOCK_REQUIRE")).isNotEqualTo("vm");
      Assumptions.abort("PADDOCK_TEST_CLAUDE is not set");
    }
    var home = folder.resolve("home");
    Files.createDirectories(home.resolve(".claude"));
    Files.writeString(
        home.resolve(".claude/.credentials.json"),
        "{\"claudeAiOauth\":{\"accessToken\":\"%s\",\"refreshToken\":\"%s\",\"expiresAt\":%d,\"scopes\":[\"user:inference\"],\"subscriptionType\":\"max\"}}"
            .formatted(
                placeholder(),
                listener.placeholders().refreshToken(CredentialKind.CLAUDE),
                Instant.now().plus(Duration.ofDays(3650)).toEpochMilli()));
    var pem = Files.writeString(folder.resolve("session.pem"), listener.caPem());
    var builder = new ProcessBuilder(claude, "-p", "say hello").directory(home.toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", home.toString(),
                "PATH", "/usr/bin:/bin",
                "HTTPS_PROXY", proxyUrl(),
                "NO_PROXY", "localhost,127.0.0.1",
                "NODE_EXTRA_CA_CERTS", pem.toString(),
                "SSL_CERT_FILE", pem.toString(),
                "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"));
    var process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(output.strip())
        .as("%s %s %s", anthropic.requests(), anthropic.refused(), events)
        .isEqualTo(ANSWER);
    assertThat(anthropic.refused()).isEmpty();
  }

  private SessionAccess access() {
    return new SessionAccess(
        new Placeholders(new SecureRandom()),
        Map.of(CredentialKind.CLAUDE, new ClaudeLogin(login, Clock.systemUTC())),
        events::add);
  }

  private String placeholder() {
    return listener.placeholders().accessToken(CredentialKind.CLAUDE);
  }

  private void signIn(String token) throws IOException {
    Files.writeString(
        login,
        "{\"claudeAiOauth\":{\"accessToken\":\"%s\",\"refreshToken\":\"r\",\"expiresAt\":%d}}"
            .formatted(token, Instant.now().plus(Duration.ofHours(1)).toEpochMilli()));
  }

  private int port() {
    return listener.address() instanceof ListenAddress.Loopback(var port) ? port : 0;
  }

  private String proxyUrl() {
    return "http://" + listener.user() + ":" + listener.secret() + "@127.0.0.1:" + port();
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private String connectTo(String target) {
    var basic =
        Base64.getEncoder()
            .encodeToString(
                (listener.user() + ":" + listener.secret()).getBytes(StandardCharsets.US_ASCII));
    return "CONNECT "
        + target
        + " HTTP/1.1\r\nHost: "
        + target
        + "\r\nProxy-Authorization: Basic "
        + basic
        + "\r\n\r\n";
  }

  private String connectStatus(String target) throws IOException {
    try (var socket = connect()) {
      send(socket, connectTo(target));
      return head(socket.getInputStream()).substring(0, 12);
    }
  }

  private String get(String path, String... headers) throws Exception {
    return request(
        "api.anthropic.com", "GET " + path + " HTTP/1.1", "api.anthropic.com", "", headers);
  }

  /** One request inside of our TLS; the whole answer. */
  private String request(
      String connectHost, String line, String hostHeader, String body, String... headers)
      throws Exception {
    try (var socket = connect()) {
      send(socket, connectTo(connectHost + ":443"));
      assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
      try (var tls =
          (SSLSocket)
              TestCa.clientOf(listener.caPem())
                  .getSocketFactory()
                  .createSocket(socket, connectHost, 443, true)) {
        var text =
            new StringBuilder(line + "\r\nHost: " + hostHeader + "\r\nConnection: close\r\n");
        for (var header : headers) {
          text.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
          text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        send(tls, text + "\r\n" + body);
        return new String(tls.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("closed after: " + head);
      }
      head.append((char) c);
    }
    return head.toString();
  }

  private static void skipBody(InputStream in, String head) throws IOException {
    var length =
        head.lines()
            .filter(l -> l.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .map(l -> Integer.parseInt(l.substring(15).strip()))
            .findFirst()
            .orElse(0);
    in.readNBytes(length);
  }
}
