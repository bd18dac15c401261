package dev.paddock.credential.refresh;

import dev.paddock.credential.ClaudeLogin;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.CredentialState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.OkHttpClient;

/** A host with a Claude login, as the tests need it. */
final class Host {
  private final Path folder;
  private final Clock clock;
  private final boolean claudeLock;

  Host(Path folder, Clock clock) {
    this(folder, clock, true);
  }

  private Host(Path folder, Clock clock, boolean claudeLock) {
    this.folder = folder;
    this.clock = clock;
    this.claudeLock = claudeLock;
  }

  /** The same without the lock of the provider's client, so that only ours is left. */
  Host withoutClaudeLock() {
    return new Host(folder, clock, false);
  }

  Path home() {
    return folder.resolve("home");
  }

  Path file() {
    return ClaudeLogin.file(home());
  }

  RefreshFiles files() {
    return new RefreshFiles(folder.resolve("state/refresh"), "claude");
  }

  /** Signs in with the numbered pair, which ends then. */
  void signIn(int number, Instant end) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(
        file(), content(FakeTokenEndpoint.access(number), FakeTokenEndpoint.refresh(number), end));
  }

  static String content(String access, String refresh, Instant end) {
    return """
    {"mcpOAuth":{"x":{"accessToken":"mcp-1"}},"claudeAiOauth":{"accessToken":"%s","refreshToken":"%s",\
    "expiresAt":%d,"scopes":["user:inference","user:profile"],"subscriptionType":"max",\
    "rateLimitTier":null,"unknown":[1.10,{"a":true}]},"organizationUuid":"o-1"}\
    """
        .formatted(access, refresh, end.toEpochMilli());
  }

  StoredLogin stored() {
    return StoredLogin.claude(new FileStore(file()));
  }

  BuiltIn builtIn(StoredLogin stored, TokenEndpoint endpoint) {
    return builtIn(
        stored, endpoint, new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(20)).build());
  }

  BuiltIn builtIn(StoredLogin stored, TokenEndpoint endpoint, OkHttpClient client) {
    return new BuiltIn(
        stored,
        endpoint,
        () -> client,
        claudeLock
            ? new ClaudeLock(home().resolve(".claude"), Duration.ofSeconds(10), clock)
            : ProviderLock.NONE,
        files(),
        clock);
  }

  RefreshingLogin login(Refresher refresher) {
    return new RefreshingLogin(new ClaudeLogin(file(), clock), stored(), refresher, files(), clock);
  }

  RefreshingLogin login(TokenEndpoint endpoint) {
    return login(builtIn(stored(), endpoint));
  }

  String content() throws IOException {
    return Files.readString(file());
  }

  static String token(CredentialSource source) {
    return token(source.current());
  }

  static String token(CredentialState state) {
    return state instanceof CredentialState.Present(var token, var end)
        ? new String(token.bytes(), StandardCharsets.US_ASCII)
        : state.toString();
  }
}
