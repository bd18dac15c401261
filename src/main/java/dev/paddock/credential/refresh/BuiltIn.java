package dev.paddock.credential.refresh;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the token endpoint itself, and writes the answer where the provider's client keeps its
 * login.
 */
public final class BuiltIn implements Refresher {
  private static final Logger LOG = LoggerFactory.getLogger(BuiltIn.class);
  private static final int LARGEST = 256 << 10;
  private static final int UNAUTHORIZED = 401;
  private static final int LOOKS = 6;
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** At most a day: the provider does not say for how long Paddock stops working. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");

  private final StoredLogin login;
  private final TokenEndpoint endpoint;
  private final Supplier<OkHttpClient> client;
  private final ProviderLock providerLock;
  private final Journal journal;
  private final Clock clock;

  /**
   * For one login.
   *
   * @param client with the user's proxy and trust; its limit of a whole call must be under a minute
   * @param files where the answer is kept until it is in the login's place
   */
  public BuiltIn(
      StoredLogin login,
      TokenEndpoint endpoint,
      Supplier<OkHttpClient> client,
      ProviderLock providerLock,
      RefreshFiles files,
      Clock clock) {
    this.login = login;
    this.endpoint = endpoint;
    this.client = client;
    this.providerLock = providerLock;
    this.journal = new Journal(files.journal());
    this.clock = clock;
  }

  @Override
  public void recover() throws IOException {
    var pending = journal.pending();
    if (pending.isPresent()) {
      try (var answer = pending.get()) {
        if (settle(answer)) {
          LOG.info("Finished a renewal of the login in {} that was cut off", login.place());
        }
        providerLock.takeBack(answer.asked());
      }
    }
    journal.remove();
  }

  @Override
  public Attempt renew(TokenId token, boolean refused) throws InterruptedException {
    try (var _ = providerLock.acquire()) {
      return renewLocked(token, refused);
    } catch (IOException e) {
      return new Attempt.Failed(Reasons.of(e));
    }
  }

  private Attempt renewLocked(TokenId token, boolean refused)
      throws IOException, InterruptedException {
    try (var tokens = login.tokens()) {
      if (!token.equals(TokenId.of(tokens.access()))) {
        return new Attempt.Done();
      }
      if (tokens.refresh() == null) {
        return new Attempt.Refused("there is no refresh token in " + login.place());
      }
      login.checkWritable();
      var used = StoredLogin.Used.of(tokens.access(), tokens.refresh());
      return ask(used, endpoint.request(tokens.refresh(), login.request(refused)));
    }
  }

  private Attempt ask(StoredLogin.Used used, Request request)
      throws IOException, InterruptedException {
    var asked = clock.instant();
    boolean kept = false;
    try (var opened = journal.begin(used, asked);
        var response = client.get().newCall(request).execute()) {
      byte[] answer = response.body().byteStream().readNBytes(LARGEST);
      if (!response.isSuccessful()) {
        return failure(used, response, answer);
      }
      kept = keep(opened, answer);
      try (var pending = new PendingAnswer(used, asked, answer)) {
        boolean settled = settle(pending);
        kept = false;
        return settled ? new Attempt.Done() : new Attempt.Failed("the answer had no token in it");
      }
    } finally {
      if (!kept) {
        journal.remove();
      }
    }
  }

  private static boolean keep(Journal.Opened opened, byte[] answer) {
    try {
      opened.keep(answer);
      return true;
    } catch (IOException e) {
      LOG.warn("The journal cannot be written: {}", Reasons.of(e));
      // There may be room where the login is.
      return false;
    }
  }

  /** Puts the answer into the login's place; false where there are no tokens in it. */
  private boolean settle(PendingAnswer pending) throws IOException {
    var tokens = TokenAnswer.tokens(pending.answer(), pending.asked());
    if (tokens.isEmpty()) {
      return false;
    }
    try (var fresh = tokens.get()) {
      if (!login.replace(pending.used(), fresh)) {
        LOG.info("Another program has renewed the login in {}; its tokens stay", login.place());
      }
      return true;
    }
  }

  private Attempt failure(StoredLogin.Used used, Response response, byte[] answer)
      throws IOException, InterruptedException {
    var lasting = TokenAnswer.lastingError(answer);
    if (lasting.isPresent() || response.code() == UNAUTHORIZED) {
      // A client that used the token a moment before us has yet to write down what it got.
      return changedSoon(used)
          ? new Attempt.Done()
          : new Attempt.Refused(
              "the provider refused it (" + lasting.orElse("HTTP " + response.code()) + ")");
    }
    return new Attempt.Failed("the provider answered HTTP " + response.code(), pause(response));
  }

  private boolean changedSoon(StoredLogin.Used used) throws IOException, InterruptedException {
    for (int i = 0; i < LOOKS; i++) {
      Thread.sleep(PAUSE);
      try (var now = login.tokens()) {
        if (!used.access().equals(TokenId.of(now.access()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Duration pause(Response response) {
    var seconds = response.header("Retry-After", "");
    return seconds != null && SECONDS.matcher(seconds).matches()
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }
}
