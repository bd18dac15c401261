package dev.paddock.session;

import dev.paddock.base.Signal;
import dev.paddock.base.Subscription;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.RefreshOutcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a session's person as soon as a login that its agent uses cannot be renewed, and not only
 * when a request fails by that. Any thread.
 */
final class LoginWatch implements AutoCloseable {
  private final List<Subscription> subscriptions;

  /** Watches these kinds, as far as they are renewed at all, until it is closed. */
  LoginWatch(
      Set<CredentialKind> kinds,
      Map<CredentialKind, Signal<Optional<RefreshOutcome>>> troubles,
      NoticeTranslator notices,
      InstantSource clock) {
    subscriptions =
        troubles.entrySet().stream()
            .filter(e -> kinds.contains(e.getKey()))
            .map(e ->
                e.getValue()
                    .subscribe(trouble ->
                        trouble.ifPresent(t -> notices.take(e.getKey(), t, clock.instant()))))
            .toList();
  }

  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
  }
}
