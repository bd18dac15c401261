package dev.paddock.proxy;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.Placeholders;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What one session may use.
 *
 * @param placeholders what its VM holds instead of credentials
 * @param credentials where the real ones come from; kinds that are missing count as no login
 * @param events told about requests, on an event loop's thread: it must be quick and must not block
 * @param meter counts bytes as they pass
 */
public record SessionAccess(
    Placeholders placeholders,
    Map<CredentialKind, CredentialSource> credentials,
    Consumer<? super ProxyEvent> events,
    TrafficMeter meter) {

  /** Copies the map. */
  public SessionAccess {
    credentials = Map.copyOf(credentials);
  }

  /** Access whose bytes nobody looks at. */
  public SessionAccess(
      Placeholders placeholders,
      Map<CredentialKind, CredentialSource> credentials,
      Consumer<? super ProxyEvent> events) {
    this(placeholders, credentials, events, new TrafficMeter());
  }
}
