package dev.paddock.credential.refresh;

import static dev.paddock.credential.refresh.FakeTokenEndpoint.access;
import static dev.paddock.credential.refresh.FakeTokenEndpoint.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialState;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.RefreshReason;
import dev.paddock.credential.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshingLoginTest {
  private static final Duration LIFE = Duration.ofHours(8);

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();
  private FakeTokenEndpoint server;
  private Host host;
  private RefreshingLogin login;

  @BeforeEach
  void prepare() throws IOException {
    server = new FakeTokenEndpoint();
    host = new Host(folder, clock);
    host.signIn(1, clock.instant().plus(LIFE));
    login = host.login(server.endpoint());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksNobodyWhileTheTokenIsGood() {
    assertThat(Host.token(login.forRequest().getNow(null))).isEqualTo(access(1));
    assertThat(done(login.refresh(new RefreshReason.Ending())))
        .isEqualTo(new RefreshOutcome.Renewed());
    assertThat(server.requests()).isEmpty();
    assertThat(host.files().folder()).as("a look changes nothing").doesNotExist();
  }

  @Test
  void renewsBehindWhatEndsSoonAndGivesTheOldTokenMeanwhile() {
    clock.advance(LIFE.minusSeconds(281));
    assertThat(Host.token(login.forRequest().getNow(null))).isEqualTo(access(1));
    assertThat(server.requests()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(Host.token(login.forRequest().getNow(null))).isEqualTo(access(1));
    done(login.refresh(new RefreshReason.Ending()));
    assertThat(Host.token(login)).isEqualTo(access(2));
    assertThat(server.given()).isEqualTo(1);
  }

  @Test
  void makesARequestWaitForANewTokenWhereTheOldOneHasEnded() {
    clock.advance(LIFE);
    assertThat(login.current()).isInstanceOf(CredentialState.Expired.class);
    assertThat(Host.token(done(login.forRequest()))).isEqualTo(access(2));
  }

  @Test
  void asksAsTheClientDoes() {
    clock.advance(LIFE);
    done(login.forRequest());
    var request = server.requests().getFirst();
    assertThat(request.path("grant_type").asText()).isEqualTo("refresh_token");
    assertThat(request.path("refresh_token").asText()).isEqualTo(refresh(1));
    assertThat(request.path("client_id").asText()).isEqualTo("client-1");
    assertThat(request.path("scope").asText()).isEqualTo("user:inference user:profile");
    assertThat(server.headers().getFirst().get("Content-type")).containsExactly("application/json");
  }

  @Test
  void renewsOnceForTwentyRequestsAtTheSameTime() {
    clock.advance(LIFE);
    var others = IntStream.range(0, 3).mapToObj(i -> host.login(server.endpoint())).toList();
    var all = IntStream.range(0, 20).mapToObj(i -> others.get(i % 3).forRequest()).toList();
    assertThat(all).allSatisfy(f -> assertThat(Host.token(done(f))).isEqualTo(access(2)));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void takesARefusalOfAnOldTokenForRenewed() {
    clock.advance(LIFE);
    done(login.forRequest());
    assertThat(done(refused(access(1)))).isEqualTo(new RefreshOutcome.Renewed());
    assertThat(server.given()).isEqualTo(1);
  }

  @Test
  void renewsAnUnendedTokenThatTheProviderRefused() {
    assertThat(done(refused(access(1)))).isEqualTo(new RefreshOutcome.Renewed());
    assertThat(Host.token(login)).isEqualTo(access(2));
  }

  @Test
  void doesNotLetAGuestDriveItThroughTokensByProvokingRefusals() {
    done(refused(access(1)));
    for (int i = 0; i < 10; i++) {
      assertThat(done(refused(access(2)))).isInstanceOf(RefreshOutcome.Postponed.class);
    }
    assertThat(server.given()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(61));
    assertThat(done(refused(access(2)))).isEqualTo(new RefreshOutcome.Renewed());
    for (int minutes = 0; minutes < 60; minutes++) {
      done(refused(access(server.given() + 1)));
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(server.given()).as("longer and longer pauses").isBetween(5, 8);
  }

  @Test
  void stopsForGoodWhenTheLoginIsRevokedAndTellsItOnce() throws IOException {
    host.signIn(7, clock.instant());
    var told = new ArrayList<Optional<RefreshOutcome>>();
    login.trouble().subscribe(told::add);
    for (int i = 0; i < 5; i++) {
      assertThat(done(login.forRequest())).isInstanceOf(CredentialState.Expired.class);
      clock.advance(Duration.ofDays(1));
    }
    assertThat(done(host.login(server.endpoint()).refresh(new RefreshReason.Ending())))
        .as("another process")
        .isInstanceOf(RefreshOutcome.Ended.class);
    assertThat(server.requests()).hasSize(1);
    assertThat(told).hasSize(2);
    assertThat(told.get(1).orElseThrow().summary())
        .contains("invalid_grant", "Sign in again")
        .doesNotContain("canary");
    host.signIn(1, clock.instant());
    assertThat(Host.token(done(login.forRequest()))).as("somebody signed in").isEqualTo(access(2));
    assertThat(told.getLast()).isEmpty();
  }

  @Test
  void triesAgainLaterAndLaterWhileTheProviderFails() {
    server.script((exchange, endpoint) -> {
      FakeTokenEndpoint.reply(exchange, 503, "{\"error\":\"busy\"}");
      return true;
    });
    clock.advance(LIFE);
    for (int minutes = 0; minutes < 240; minutes++) {
      done(login.forRequest());
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(server.requests()).hasSizeBetween(10, 14);
    server.script((exchange, endpoint) -> false);
    clock.advance(Duration.ofMinutes(31));
    assertThat(Host.token(done(login.forRequest()))).isEqualTo(access(2));
  }

  @Test
  void leavesTheProviderAloneForAsLongAsItWants() {
    server.script((exchange, endpoint) -> {
      exchange.getResponseHeaders().set("Retry-After", "600");
      FakeTokenEndpoint.reply(exchange, 429, "");
      return true;
    });
    assertThat(done(refused(access(1))))
        .isEqualTo(
            new RefreshOutcome.Postponed(
                "the provider answered HTTP 429", clock.instant().plusSeconds(600)));
  }

  @Test
  void keepsTheLoginWhenTheConnectionBreaks() throws IOException {
    var before = host.content();
    server.script((exchange, endpoint) -> {
      exchange.sendResponseHeaders(200, 500);
      exchange
          .getResponseBody()
          .write("{\"access_token\":\"acc".getBytes(StandardCharsets.US_ASCII));
      exchange.getResponseBody().flush();
      exchange.close();
      return true;
    });
    assertThat(done(refused(access(1)))).isInstanceOf(RefreshOutcome.Postponed.class);
    assertThat(host.content()).isEqualTo(before);
    assertThat(host.files().journal()).doesNotExist();
  }

  @Test
  void doesNotTakeAnAnswerWithoutATokenForOne() throws IOException {
    var before = host.content();
    for (var answer :
        new String[] {
          "", "[]", "{}", "junk", "{\"access_token\":\"\"}", "{\"access_token\":\"a\\nb\"}"
        }) {
      server.script((exchange, endpoint) -> {
        FakeTokenEndpoint.reply(exchange, 200, answer);
        return true;
      });
      assertThat(done(refused(access(1)))).isInstanceOf(RefreshOutcome.Postponed.class);
      clock.advance(Duration.ofHours(1));
    }
    assertThat(host.content()).isEqualTo(before);
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void keepsTheRefreshTokenWhereTheAnswerHasNoneAndKnowsAnEndWhereItSaysNone() throws IOException {
    server.script((exchange, endpoint) -> {
      FakeTokenEndpoint.reply(exchange, 200, "{\"access_token\":\"access-canary-5\"}");
      return true;
    });
    assertThat(done(refused(access(1)))).isEqualTo(new RefreshOutcome.Renewed());
    assertThat(host.content())
        .isEqualTo(Host.content(access(5), refresh(1), clock.instant().plus(Duration.ofHours(1))));
  }

  @Test
  void keepsTheAnswerWhereTheLoginCannotBeWrittenAndPutsItThereLater() throws IOException {
    var full = new AtomicBoolean(true);
    var store = new FullDisk(new FileStore(host.file()), full);
    var before = host.content();
    login = host.login(host.builtIn(StoredLogin.claude(store), server.endpoint()));
    assertThat(done(refused(access(1)))).isInstanceOf(RefreshOutcome.Postponed.class);
    assertThat(host.content()).isEqualTo(before);
    assertThat(host.files().journal()).exists();
    assertThat(done(refused(access(1))))
        .as("the old token is used, so it is not asked with again")
        .isInstanceOf(RefreshOutcome.Postponed.class);
    full.set(false);
    assertThat(done(refused(access(1)))).isEqualTo(new RefreshOutcome.Renewed());
    assertThat(Host.token(login)).isEqualTo(access(2));
    assertThat(server.requests()).hasSize(1);
    assertThat(host.files().journal()).doesNotExist();
  }

  @Test
  void isNotStoppedByAJournalThatCannotBeRead() throws IOException {
    for (var content : new String[] {"", "\0\0\0", "{\"access\":1}\n", "[]\nx", "junk\n{}"}) {
      host.signIn(server.given() + 1, clock.instant().plus(LIFE));
      Files.createDirectories(host.files().folder());
      Files.writeString(host.files().journal(), content);
      assertThat(done(refused(access(server.given() + 1))))
          .as(content)
          .isEqualTo(new RefreshOutcome.Renewed());
      clock.advance(LIFE.minusHours(1));
    }
  }

  @Test
  void letsAnotherProgramWinThatRenewsAtTheSameMoment() throws IOException {
    var theirs = Host.content("access-theirs", "refresh-theirs", clock.instant().plus(LIFE));
    server.script((exchange, endpoint) -> {
      replace(theirs);
      return false;
    });
    assertThat(done(refused(access(1)))).isEqualTo(new RefreshOutcome.Renewed());
    assertThat(host.content()).isEqualTo(theirs);
    assertThat(host.files().journal()).doesNotExist();
  }

  @Test
  void seesThatAnotherProgramUsedTheTokenJustBefore() throws IOException {
    var theirs = Host.content("access-theirs", "refresh-theirs", clock.instant().plus(LIFE));
    server.script((exchange, endpoint) -> {
      endpoint.redeem(refresh(1));
      Thread.ofVirtual().start(() -> replace(theirs));
      return false;
    });
    assertThat(done(refused(access(1)))).isEqualTo(new RefreshOutcome.Renewed());
    assertThat(host.content()).isEqualTo(theirs);
  }

  @Test
  void doesNotRenewALoginWithoutARefreshTokenOrWithoutALogin() throws IOException {
    replace(Host.content(access(1), "", clock.instant()));
    assertThat(done(login.refresh(new RefreshReason.Ending())))
        .isInstanceOf(RefreshOutcome.Ended.class);
    Files.delete(host.file());
    assertThat(done(login.forRequest())).isInstanceOf(CredentialState.Absent.class);
    assertThat(done(login.refresh(new RefreshReason.Ending())))
        .isInstanceOf(RefreshOutcome.Postponed.class);
    assertThat(server.requests()).isEmpty();
    assertThat(host.file()).doesNotExist();
  }

  @Test
  void showsNoTokenInLogsTextsOrItsOwnFiles() throws IOException {
    try (var log = new RecordedLog()) {
      done(refused(access(1)));
      clock.advance(LIFE);
      server.script((exchange, endpoint) -> {
        FakeTokenEndpoint.reply(exchange, 400, "{\"error\":\"" + refresh(2) + "\"}");
        return true;
      });
      var failed = done(login.refresh(new RefreshReason.Ending()));
      host.signIn(9, clock.instant());
      server.script((exchange, endpoint) -> false);
      var ended = done(login.refresh(new RefreshReason.Ending()));
      assertThat(log.text() + failed + ended + login.trouble().get() + login.current())
          .contains("invalid_grant")
          .doesNotContain("canary");
    }
    try (var files = Files.walk(host.files().folder())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain("canary");
      }
    }
  }

  private CompletableFuture<RefreshOutcome> refused(String token) {
    try (var secret = Secret.of(token)) {
      return login.refresh(new RefreshReason.Refused(secret));
    }
  }

  private void replace(String content) {
    try {
      var next = Files.writeString(folder.resolve("next"), content);
      Files.move(next, host.file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T done(CompletableFuture<T> future) {
    return future.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static final class FullDisk extends StoreWithOwnWrite {
    private final AtomicBoolean full;

    FullDisk(LoginStore store, AtomicBoolean full) {
      super(store);
      this.full = full;
    }

    @Override
    public void write(byte[] content) throws IOException {
      if (full.get()) {
        throw new IOException("No space left on device");
      }
      store.write(content);
    }
  }
}
