package dev.paddock.proxy;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.rule.CredentialUse;
import dev.paddock.proxy.rule.SessionPolicy;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one session may use.
 *
 * @param placeholders what its VM holds instead of credentials
 * @param credentials where the real ones come from; kinds that are missing count as no login
 * @param gitHub where the tokens of repositories come from
 * @param policy what the user allows to it
 * @param events told about requests, on an event loop's thread: it must be quick and must not block
 * @param meter counts bytes as they pass
 */
public record SessionAccess(
    Placeholders placeholders,
    Map<CredentialKind, CredentialSource> credentials,
    GitHubCredentials gitHub,
    SessionPolicy policy,
    Consumer<? super ProxyEvent> events,
    TrafficMeter meter) {

  /** Copies the map. */
  public SessionAccess {
    credentials = Map.copyOf(credentials);
  }

  /** With the usual policy, nothing on GitHub, and bytes that nobody looks at. */
  public SessionAccess(
      Placeholders placeholders,
      Map<CredentialKind, CredentialSource> credentials,
      Consumer<? super ProxyEvent> events) {
    this(placeholders, credentials, events, new TrafficMeter());
  }

  /** With the usual policy, and nothing on GitHub. */
  public SessionAccess(
      Placeholders placeholders,
      Map<CredentialKind, CredentialSource> credentials,
      Consumer<? super ProxyEvent> events,
      TrafficMeter meter) {
    this(
        placeholders,
        credentials,
        GitHubCredentials.none(),
        SessionPolicy.standard(),
        events,
        meter);
  }

  /** Where the credential for this use comes from, or null where the session has none. */
  @Nullable CredentialSource source(CredentialUse use) {
    return switch (use) {
      case CredentialUse.Login(var kind) -> credentials.get(kind);
      case CredentialUse.Repository(var repository) -> gitHub.of(repository);
      case CredentialUse.GitHubUser() -> gitHub.ofUser();
    };
  }
}
