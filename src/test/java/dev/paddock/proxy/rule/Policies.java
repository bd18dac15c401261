package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.rule.GitHubAccess.Level;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The sessions that the tests of the rules know by name. */
final class Policies {
  private static final Map<GitHubRepository, Level> REPOSITORIES =
      Map.of(
          new GitHubRepository("acme", "app"), Level.WRITE,
          new GitHubRepository("acme", "docs"), Level.READ);
  private static final Set<HostPattern> LIST =
      Set.of(
          HostPattern.below("corp.example"),
          HostPattern.exactly("intra.example"),
          HostPattern.exactly("eu.chatgpt.com"));

  private Policies() {}

  static SessionPolicy named(String name) {
    return switch (name) {
      case "plain" -> SessionPolicy.standard();
      case "open" -> policy(NetworkMode.OPEN, false, false);
      case "user" -> policy(NetworkMode.OPEN, true, false);
      case "ours" -> policy(NetworkMode.OPEN, false, true);
      case "listed" -> policy(NetworkMode.LISTED, false, false);
      case "offline" -> policy(NetworkMode.OFFLINE, false, false);
      case "ours-listed" -> onlyClaudes(NetworkMode.LISTED);
      case "ours-offline" -> onlyClaudes(NetworkMode.OFFLINE);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static SessionPolicy policy(NetworkMode network, boolean user, boolean onlyOurs) {
    return new SessionPolicy(
        network,
        LIST,
        EnumSet.allOf(CredentialKind.class),
        new GitHubAccess(REPOSITORIES, user),
        onlyOurs);
  }

  private static SessionPolicy onlyClaudes(NetworkMode network) {
    return new SessionPolicy(
        network, LIST, Set.of(CredentialKind.CLAUDE), GitHubAccess.none(), true);
  }
}
