package dev.paddock.credential;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Several places of the same credential: the first where there is one counts, good or bad. */
public final class FirstOf implements CredentialSource {
  private final List<CredentialSource> sources;

  /** In the order in which the provider's own client looks; at least one. */
  public FirstOf(CredentialSource... sources) {
    this.sources = List.of(sources);
  }

  @Override
  public CredentialState current() {
    var first = sources.getFirst().current();
    if (!(first instanceof CredentialState.Absent)) {
      return first;
    }
    return sources.stream()
        .skip(1)
        .map(CredentialSource::current)
        .filter(state -> !(state instanceof CredentialState.Absent))
        .findFirst()
        .orElse(first);
  }

  @Override
  public CompletableFuture<Void> firstRead() {
    return CompletableFuture.allOf(
        sources.stream().map(CredentialSource::firstRead).toArray(CompletableFuture[]::new));
  }

  @Override
  public void readAgain() {
    sources.forEach(CredentialSource::readAgain);
  }

  @Override
  public List<String> scopes() {
    return sources.stream()
        .filter(FirstOf::there)
        .findFirst()
        .orElseGet(sources::getFirst)
        .scopes();
  }

  private static boolean there(CredentialSource source) {
    try (var state = source.current()) {
      return !(state instanceof CredentialState.Absent);
    }
  }
}
