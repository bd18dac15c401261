package dev.paddock.credential;

import java.util.List;

/** Several places of the same credential: the first where there is one counts, good or bad. */
final class FirstOf implements CredentialSource {
  private final List<CredentialSource> sources;

  /** In the order in which the provider's own client looks; at least one. */
  FirstOf(CredentialSource... sources) {
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
}
