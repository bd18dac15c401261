package dev.paddock.agent;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import java.nio.file.Path;
import java.util.Set;

/**
 * What an agent may know when it writes its guest files.
 *
 * @param project the agent's working folder
 * @param placeholders what the guest holds instead of credentials
 * @param usable the credentials for which a request would get a real value
 */
public record GuestFacts(Path project, Placeholders placeholders, Set<CredentialKind> usable) {

  /** Copies the set. */
  public GuestFacts {
    usable = Set.copyOf(usable);
  }
}
