package dev.paddock.agent;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import java.nio.file.Path;
import java.util.Set;

/**
 * What an agent may know when it writes its guest files.
 *
 * @param project the agent's working folder
 * @param stateFolder the project's state folder, at the same path in the guest
 * @param placeholders what the guest holds instead of credentials
 * @param usable the credentials for which a request would get a real value
 * @param instructions what the agent is told about its machine, in Markdown
 */
public record GuestFacts(
    Path project,
    Path stateFolder,
    Placeholders placeholders,
    Set<CredentialKind> usable,
    String instructions) {

  /** Copies the set. */
  public GuestFacts {
    usable = Set.copyOf(usable);
  }

  /** Whether a request with this placeholder would get a real value. */
  boolean canUse(CredentialKind kind) {
    return usable.contains(kind);
  }

  /** The placeholder of a kind. */
  String placeholder(CredentialKind kind) {
    return placeholders.accessToken(kind);
  }

  /** The instructions as a file that the agent reads by itself. */
  GuestFile instructionsAt(String path) {
    return new GuestFile(path, instructions, GuestFile.Rule.PART);
  }
}
