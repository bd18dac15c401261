package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CodexAccount;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.Placeholders;
import dev.paddock.fake.FakeInternet;
import dev.paddock.fake.Site;
import dev.paddock.fake.TestCa;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.rule.GitHubAccess;
import dev.paddock.proxy.rule.GitHubRepository;
import dev.paddock.proxy.rule.NetworkMode;
import dev.paddock.proxy.rule.SessionPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One session's listener between real clients and a made-up internet: there is no name outside of
 * it, so no client can reach the real one through the proxy, and none has another way.
 */
final class ClientLab {
  /** The repository that the session may change, where it has a GitHub token. */
  static final GitHubRepository REPOSITORY = new GitHubRepository("acme", "app");

  /** The account of the host's ChatGPT login. */
  static final String ACCOUNT = "5fa1b0de-0001-4000-8000-0123456789ab";

  private static final int HTTPS = 443;

  private final LogWatch log = new LogWatch();
  private final List<ProxyEvent> events = new CopyOnWriteArrayList<>();
  private final Path homeFolder;
  private final Map<CredentialKind, HostLogin> logins;
  private final FakeInternet internet;
  private final ProxyServer server;
  private final ProxyListener listener;

  ClientLab(Path folder, Map<CredentialKind, HostLogin> logins, Map<String, Site> sites)
      throws Exception {
    this.homeFolder = folder.resolve("home");
    this.logins = Map.copyOf(logins);
    var ca = new TestCa();
    internet = new FakeInternet(ca, sites);
    server =
        new ProxyServer(
            ProxySettings.direct().withCa(ca.write(folder.resolve("internet.pem"))),
            this::resolve,
            this::permit);
    listener = server.listen(new ListenAddress.Loopback(0), access());
  }

  private SessionAccess access() {
    var gitHub = logins.get(CredentialKind.GITHUB);
    var repositories =
        gitHub == null
            ? GitHubAccess.none()
            : new GitHubAccess(Map.of(REPOSITORY, GitHubAccess.Level.WRITE), false);
    var account = new CodexAccount(ACCOUNT, "user-1", "plus", "dev@example.test");
    return new SessionAccess(
        new Placeholders(new SecureRandom(), account),
        Map.copyOf(logins),
        new GitHubCredentials() {
          @Override
          public @Nullable CredentialSource of(GitHubRepository repository) {
            return repository.equals(REPOSITORY) ? gitHub : null;
          }

          @Override
          public @Nullable CredentialSource ofUser() {
            return null;
          }
        },
        new SessionPolicy(NetworkMode.OPEN, Set.of(), logins.keySet(), repositories, false),
        events::add,
        new TrafficMeter());
  }

  FakeInternet internet() {
    return internet;
  }

  Placeholders placeholders() {
    return listener.placeholders();
  }

  /** An empty home for a client that has nothing but the proxy. */
  ClientHome home() throws Exception {
    return new ClientHome(homeFolder, listener);
  }

  /** The result is one of a client that did its job, and saw no real token. */
  void assertAnswered(ClientHome.Result result, String answer) {
    assertThat(result.output()).as("%s %s", internet.requests(), events).contains(answer);
    assertThat(result.exit()).as(result.output()).isZero();
    assertNoneIn(result.output());
  }

  /** The person was told what is wrong with a login. */
  void assertTold(CredentialKind kind, String reason) {
    assertThat(events)
        .anyMatch(e ->
            e instanceof ProxyEvent.LoginUnavailable told
                && told.kind() == kind
                && told.reason().contains(reason));
  }

  /** No client has been at the host, not even to be refused or answered by the proxy. */
  void assertNeverAsked(String host) {
    assertThat(events.toString()).doesNotContain(host);
    assertThat(internet.requests()).noneMatch(r -> r.host().equals(host));
  }

  private void assertNoneIn(String text) {
    for (var login : logins.values()) {
      assertThat(login.tokens()).noneMatch(text::contains);
    }
  }

  /** Looks for real tokens where only placeholders may be, and the other way round. */
  void close() throws Exception {
    listener.close();
    server.close();
    internet.close();
    log.assertNothingLeaked();
    log.close();
    assertNoneIn(events.toString());
    assertNoneIn(log.lines().toString());
    for (var login : logins.values()) {
      for (var real : login.tokens()) {
        assertThat(ClientHome.filesWith(homeFolder, real)).isEmpty();
      }
    }
    for (var request : internet.requests()) {
      assertThat(listener.placeholders().byName().values())
          .as(request.toString())
          .noneMatch(request.text()::contains);
      assertThat(request.text())
          .doesNotContain(listener.secret())
          .doesNotContainIgnoringCase("proxy-authorization");
    }
  }

  private List<InetAddress> resolve(String host) throws UnknownHostException {
    if (!internet.has(host)) {
      throw new UnknownHostException(host);
    }
    return List.of(InetAddress.getLoopbackAddress());
  }

  private Optional<InetSocketAddress> permit(InetAddress address, int port) {
    return port == HTTPS
        ? Optional.of(new InetSocketAddress(address, internet.port()))
        : Optional.empty();
  }
}
