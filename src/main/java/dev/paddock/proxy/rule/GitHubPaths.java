package dev.paddock.proxy.rule;

import java.util.List;
import java.util.Optional;

/** How the paths of one of GitHub's hosts name repositories. */
public enum GitHubPaths {
  /** {@code /owner/name} or {@code /owner/name.git}, and all below. */
  WEB,
  /** {@code /repos/owner/name} and all below; all else belongs to the user, or to Copilot. */
  API,
  /** The same, with nothing reachable but what Copilot needs. */
  API_OF_COPILOT,
  /** {@code /repos/owner/name} and all below, and nothing else. */
  UPLOADS;

  private static final String GIT = ".git";
  private static final String REPOSITORIES = "repos";
  private static final String COPILOT = "copilot_internal";
  private static final List<String> COPILOT_RELEASES =
      List.of(REPOSITORIES, "github", "copilot-cli");

  /** The repository that a path belongs to; case is left to GitHubRepository. */
  Optional<GitHubRepository> repository(List<String> segments) {
    if (this == WEB) {
      return segments.size() < 2
          ? Optional.empty()
          : named(segments.get(0), withoutGit(segments.get(1)));
    }
    return segments.size() < 3 || !segments.getFirst().equals(REPOSITORIES)
        ? Optional.empty()
        : named(segments.get(1), segments.get(2));
  }

  /** Whether a path is one of Copilot's own. */
  boolean isCopilot(List<String> segments) {
    return isApi() && !segments.isEmpty() && segments.getFirst().equals(COPILOT);
  }

  /** Whether a path leads to the releases of Copilot's program, which anybody may read. */
  boolean isCopilotReleases(List<String> segments) {
    return isApi()
        && segments.size() >= COPILOT_RELEASES.size()
        && segments.subList(0, COPILOT_RELEASES.size()).equals(COPILOT_RELEASES);
  }

  /** Whether paths that name no repository may belong to the user. */
  boolean isApi() {
    return this == API || this == API_OF_COPILOT;
  }

  /** Whether a request changes nothing; {@code git fetch} is a POST. */
  boolean reads(String method, List<String> segments) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS" -> true;
      case "POST" ->
          this == WEB && segments.size() == 3 && segments.getLast().equals("git-upload-pack");
      default -> false;
    };
  }

  private static String withoutGit(String name) {
    return name.endsWith(GIT) ? name.substring(0, name.length() - GIT.length()) : name;
  }

  private static Optional<GitHubRepository> named(String owner, String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(new GitHubRepository(owner, name));
  }
}
