package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.ClaudeLogin;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.CredentialState;
import dev.paddock.credential.Placeholders;
import dev.paddock.credential.Secret;
import dev.paddock.fake.TestCa;
import dev.paddock.proxy.connect.DialPolicy;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.rule.GitHubAccess;
import dev.paddock.proxy.rule.GitHubRepository;
import dev.paddock.proxy.rule.NetworkMode;
import dev.paddock.proxy.rule.SessionPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A real proxy on the loopback in front of two scripted servers: every name leads there, port 443
 * to the one with TLS, port 80 to the other; all other ports are dialled as in production.
 */
final class Loopback {
  static final String REAL = "sk-ant-oat01-REAL-canary-41f9";
  static final String API = "api.anthropic.com";
  private static final Map<CredentialKind, String> OTHERS =
      Map.of(
          CredentialKind.OPENAI, "sk-proj-REAL-canary-77aa",
          CredentialKind.CODEX, "eyJREAL.canary.91d0",
          CredentialKind.COPILOT, "gho_REALcanary5e1c",
          CredentialKind.GITHUB, "ghu_REALcanary0b7f");
  private static final GitHubRepository REPOSITORY = new GitHubRepository("acme", "app");

  private final LogWatch log = new LogWatch();
  private final TestCa ca = new TestCa();
  private final List<ProxyEvent> events = new CopyOnWriteArrayList<>();
  private final Path login;
  final ScriptedServer secure;
  final ScriptedServer plain = new ScriptedServer(null);
  final ProxyServer server;
  final ProxyListener listener;

  Loopback(Path folder) throws Exception {
    this(folder, ProxySettings.direct());
  }

  Loopback(Path folder, ProxySettings settings) throws Exception {
    login = folder.resolve("login.json");
    signIn(REAL);
    secure =
        new ScriptedServer(
            ca.server(
                API,
                "mcp-proxy.anthropic.com",
                "platform.claude.com",
                "proxy.test",
                "api.openai.com",
                "chatgpt.com",
                "*.chatgpt.com",
                "auth.openai.com",
                "*.individual.githubcopilot.com",
                "api.github.com",
                "github.com"));
    server =
        new ProxyServer(
            settings.withCa(ca.write(folder.resolve("ca.pem"))), this::resolve, this::permit);
    listener = server.listen(new ListenAddress.Loopback(0), access());
  }

  SessionAccess access() {
    var gitHub = new GitHubAccess(Map.of(REPOSITORY, GitHubAccess.Level.WRITE), false);
    return access(policy(NetworkMode.OPEN, gitHub, false));
  }

  /** Of a session with all logins. */
  static SessionPolicy policy(NetworkMode mode, GitHubAccess gitHub, boolean onlyOurs) {
    return new SessionPolicy(mode, Set.of(), EnumSet.allOf(CredentialKind.class), gitHub, onlyOurs);
  }

  /** With all logins, and a token for the repository acme/app. */
  SessionAccess access(SessionPolicy policy) {
    return new SessionAccess(
        new Placeholders(new SecureRandom()),
        Map.of(
            CredentialKind.CLAUDE, new ClaudeLogin(login, Clock.systemUTC()),
            CredentialKind.OPENAI, () -> present(CredentialKind.OPENAI),
            CredentialKind.CODEX, () -> present(CredentialKind.CODEX),
            CredentialKind.COPILOT, () -> present(CredentialKind.COPILOT)),
        new GitHubCredentials() {
          @Override
          public @Nullable CredentialSource of(GitHubRepository repository) {
            return repository.equals(REPOSITORY) ? () -> present(CredentialKind.GITHUB) : null;
          }

          @Override
          public @Nullable CredentialSource ofUser() {
            return null;
          }
        },
        policy,
        events::add,
        new TrafficMeter());
  }

  /** The real credential of a kind. */
  static String real(CredentialKind kind) {
    return OTHERS.getOrDefault(kind, REAL);
  }

  /** A host where a credential of this kind belongs. */
  static String host(CredentialKind kind) {
    return switch (kind) {
      case CLAUDE -> API;
      case OPENAI -> "api.openai.com";
      case CODEX -> "eu.chatgpt.com";
      case COPILOT -> "api.individual.githubcopilot.com";
      case GITHUB -> "github.com";
    };
  }

  private static CredentialState present(CredentialKind kind) {
    return new CredentialState.Present(Secret.of(real(kind)), null);
  }

  void signIn(String token) throws IOException {
    var expires = Instant.now().plus(Duration.ofHours(1)).toEpochMilli();
    Files.writeString(
        login,
        "{\"claudeAiOauth\":{\"accessToken\":\"%s\",\"expiresAt\":%d}}".formatted(token, expires));
  }

  void signOut() throws IOException {
    Files.delete(login);
  }

  String placeholder() {
    return listener.placeholders().accessToken(CredentialKind.CLAUDE);
  }

  List<ProxyEvent> events() {
    return events;
  }

  /** The first request that is told to be done; waits for it. */
  ProxyEvent.RequestDone done() {
    var deadline = Instant.now().plusSeconds(10);
    while (Instant.now().isBefore(deadline)) {
      for (var event : events) {
        if (event instanceof ProxyEvent.RequestDone done) {
          return done;
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no request is done, but " + events);
  }

  /** A connection to the listener. */
  Wire open() throws IOException {
    return open(listener);
  }

  /** A connection to any listener on TCP. */
  static Wire open(ProxyListener to) throws IOException {
    int port = to.address() instanceof ListenAddress.Loopback(var number) ? number : 0;
    return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** The header that the listener's clients send. */
  String login() {
    return login(listener);
  }

  static String login(ProxyListener of) {
    var both = (of.user() + ":" + of.secret()).getBytes(StandardCharsets.US_ASCII);
    return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(both) + "\r\n";
  }

  String connectRequest(String target) {
    return connectRequest(listener, target);
  }

  private static String connectRequest(ProxyListener to, String target) {
    return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + login(to) + "\r\n";
  }

  /** A connection that was granted a CONNECT. */
  Wire tunnel(String target) throws IOException {
    return tunnel(listener, target);
  }

  private static Wire tunnel(ProxyListener through, String target) throws IOException {
    var wire = open(through);
    wire.send(connectRequest(through, target));
    assertThat(wire.head()).startsWith("HTTP/1.1 200");
    return wire;
  }

  /** TLS with an intercepted host, through the listener. */
  Wire intercepted(String host) throws IOException, GeneralSecurityException {
    return intercepted(listener, host, host);
  }

  /** The same with another server name, or none, in the TLS hello. */
  Wire intercepted(String host, @Nullable String serverName)
      throws IOException, GeneralSecurityException {
    return intercepted(listener, host, serverName);
  }

  /** The same where a CONNECT asks for an address. */
  Wire interceptedAt(String address, String host) throws IOException, GeneralSecurityException {
    return intercepted(listener, address, host, host);
  }

  /** The same through any listener; the certificate must be one for the host. */
  static Wire intercepted(ProxyListener through, String host, @Nullable String serverName)
      throws IOException, GeneralSecurityException {
    return intercepted(through, host, host, serverName);
  }

  private static Wire intercepted(
      ProxyListener through, String asked, String host, @Nullable String serverName)
      throws IOException, GeneralSecurityException {
    var wire = open(through);
    wire.send("CONNECT " + asked + ":443 HTTP/1.1\r\n" + login(through) + "\r\n");
    assertThat(wire.head()).startsWith("HTTP/1.1 200");
    var below = wire.socket();
    var factory = TestCa.clientOf(through.caPem()).getSocketFactory();
    var tls = (SSLSocket) factory.createSocket(below, host, 443, true);
    var parameters = tls.getSSLParameters();
    parameters.setServerNames(
        serverName == null ? List.of() : List.of(new SNIHostName(serverName)));
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return new Wire(tls);
  }

  /** A request's head with Host and the session's placeholder. */
  String request(String line, String... headers) {
    return line
        + " HTTP/1.1\r\nHost: "
        + API
        + "\r\nAuthorization: Bearer "
        + placeholder()
        + "\r\n"
        + lines(headers)
        + "\r\n";
  }

  static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }

  private List<InetAddress> resolve(String host) {
    return List.of(InetAddress.getLoopbackAddress());
  }

  private Optional<InetSocketAddress> permit(InetAddress address, int port) {
    return switch (port) {
      case 443 -> Optional.of(new InetSocketAddress(address, secure.port()));
      case 80 -> Optional.of(new InetSocketAddress(address, plain.port()));
      default -> DialPolicy.publicOnly().permit(address, port);
    };
  }

  /** Closes all, and looks for the real token and for lost buffers. */
  void close() throws Exception {
    listener.close();
    server.close();
    secure.close();
    plain.close();
    log.assertNothingLeaked();
    log.close();
    for (var kind : CredentialKind.values()) {
      var real = real(kind);
      assertThat(events.toString())
          .doesNotContain(real)
          .doesNotContain(listener.placeholders().accessToken(kind));
      assertThat(log.lines()).noneMatch(l -> l.contains(real) || l.contains(listener.secret()));
    }
    assertThat(log.lines()).noneMatch(l -> l.startsWith("ERROR"));
  }
}
