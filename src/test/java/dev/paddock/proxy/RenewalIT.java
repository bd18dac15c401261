package dev.paddock.proxy;

import static dev.paddock.proxy.Loopback.API;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.CredentialState;
import dev.paddock.credential.Placeholders;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.RefreshReason;
import dev.paddock.credential.Secret;
import dev.paddock.proxy.connect.ListenAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A login that ends or is refused while clients use it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RenewalIT extends ProxyOnLoopback {
  private static final String OLD = "sk-ant-oat01-REAL-old";
  private static final String NEW = "sk-ant-oat01-REAL-new";
  private static final String TOKENS = "platform.claude.com";

  private final Login login = new Login();
  private final List<ProxyEvent> events = new CopyOnWriteArrayList<>();
  private ProxyListener listener;

  @BeforeEach
  void start() throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      for (var message = peer.message(); !message.isEmpty(); message = peer.message()) {
        seen.add(message);
        boolean right = message.contains(NEW);
        peer.send(
            right
                ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
      }
    });
    var access =
        new SessionAccess(
            new Placeholders(new SecureRandom()),
            Map.of(CredentialKind.CLAUDE, login),
            events::add);
    listener = loopback.server.listen(new ListenAddress.Loopback(0), access);
  }

  @AfterEach
  void stop() throws Exception {
    listener.close();
  }

  @Test
  void aRefusedTokenIsRenewedBeforeTheClientGetsItsPlaceholdersAgain() throws Exception {
    try (var api = Loopback.intercepted(listener, API, API);
        var tokens = Loopback.intercepted(listener, TOKENS, TOKENS)) {
      api.send(message("one"));
      assertThat(api.message()).startsWith("HTTP/1.1 401");
      assertThat(login.refused).containsExactly(OLD);

      tokens.send(refresh());
      // The answer waits for the renewal; another connection does not.
      api.send(message("two"));
      assertThat(api.message()).startsWith("HTTP/1.1 401");
      login.renewedTo(NEW);
      var answer = tokens.message();
      assertThat(answer)
          .startsWith("HTTP/1.1 200")
          .contains(listener.placeholders().accessToken(CredentialKind.CLAUDE))
          .doesNotContain("REAL");

      api.send(message("three"));
      assertThat(api.message()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aRevokedLoginIsToldAsAPassingErrorThatKeepsTheClientsOwn() throws Exception {
    try (var api = Loopback.intercepted(listener, API, API);
        var tokens = Loopback.intercepted(listener, TOKENS, TOKENS)) {
      api.send(message("one"));
      assertThat(api.message()).startsWith("HTTP/1.1 401");
      tokens.send(refresh());
      login.renewal.complete(new RefreshOutcome.Ended("revoked"));
      assertThat(tokens.message())
          .startsWith("HTTP/1.1 503")
          .containsIgnoringCase("x-should-retry: false");
      assertThat(events).anyMatch(e -> e instanceof ProxyEvent.LoginUnavailable);
    }
  }

  @Test
  void aRequestWaitsForALoginThatHasEndedAndArrivesWhole() throws Exception {
    var coming = new CompletableFuture<CredentialState>();
    login.coming = coming;
    var body = "x".repeat(300_000);
    try (var api = Loopback.intercepted(listener, API, API)) {
      api.send(message(body));
      assertThat(seen.poll(300, TimeUnit.MILLISECONDS)).isNull();
      coming.complete(present(NEW));
      assertThat(api.message()).startsWith("HTTP/1.1 200");
      assertThat(seen.take()).contains("Bearer " + NEW).endsWith(body);

      // Now on the connection that is kept to the server, waiting again.
      var again = new CompletableFuture<CredentialState>();
      login.coming = again;
      api.send(message("short"));
      assertThat(seen.poll(300, TimeUnit.MILLISECONDS)).isNull();
      again.complete(present(NEW));
      assertThat(api.message()).startsWith("HTTP/1.1 200");
      assertThat(seen.take()).endsWith("short");
    }
  }

  @Test
  void aLoginThatStaysEndedIsNoLoginAndTheConnectionGoesOn() throws Exception {
    var coming = new CompletableFuture<CredentialState>();
    login.coming = coming;
    try (var api = Loopback.intercepted(listener, API, API)) {
      api.send(message("body"));
      coming.complete(new CredentialState.Absent("nowhere"));
      assertThat(api.message()).startsWith("HTTP/1.1 503");
      login.coming = CompletableFuture.completedFuture(present(NEW));
      api.send(message("body"));
      assertThat(api.message()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aClientThatLeavesWhileItWaitsLeavesNothingOpen() throws Exception {
    var coming = new CompletableFuture<CredentialState>();
    login.coming = coming;
    try (var api = Loopback.intercepted(listener, API, API)) {
      api.send(message("body"));
      while (!login.asked) {
        Thread.onSpinWait();
      }
    }
    while (events.stream().noneMatch(e -> e instanceof ProxyEvent.RequestDone)) {
      Thread.onSpinWait();
    }
    var token = Secret.of(NEW);
    coming.complete(new CredentialState.Present(token, null));
    while (!wiped(token)) {
      Thread.onSpinWait();
    }
    assertThat(seen).isEmpty();
  }

  private static boolean wiped(Secret secret) {
    try {
      secret.bytes();
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private String message(String body) {
    return "POST /v1/messages HTTP/1.1\r\nHost: "
        + API
        + "\r\nAuthorization: Bearer "
        + listener.placeholders().accessToken(CredentialKind.CLAUDE)
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  private String refresh() {
    var body =
        "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"%s\"}"
            .formatted(listener.placeholders().refreshToken(CredentialKind.CLAUDE));
    return "POST /v1/oauth/token HTTP/1.1\r\nHost: "
        + TOKENS
        + "\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static CredentialState present(String token) {
    return new CredentialState.Present(Secret.of(token), null);
  }

  /** A login whose renewal ends when the test says so. */
  private static final class Login implements CredentialSource {
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final CompletableFuture<RefreshOutcome> renewal = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<CredentialState> coming;
    private volatile String token = OLD;
    private volatile boolean asked;

    void renewedTo(String next) {
      token = next;
      renewal.complete(new RefreshOutcome.Renewed());
    }

    @Override
    public CredentialState current() {
      return present(token);
    }

    @Override
    public CompletableFuture<CredentialState> forRequest() {
      asked = true;
      var wanted = coming;
      return wanted == null ? CompletableFuture.completedFuture(current()) : wanted;
    }

    @Override
    public CompletableFuture<RefreshOutcome> refresh(RefreshReason reason) {
      if (reason instanceof RefreshReason.Refused(var secret) && refused.isEmpty()) {
        refused.add(new String(secret.bytes(), StandardCharsets.US_ASCII));
      }
      return renewal;
    }

    @Override
    public CompletableFuture<RefreshOutcome> renewal() {
      return refused.isEmpty()
          ? CompletableFuture.completedFuture(new RefreshOutcome.Renewed())
          : renewal;
    }
  }
}
