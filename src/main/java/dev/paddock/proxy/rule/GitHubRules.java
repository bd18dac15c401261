package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.rule.RequestDecision.Refuse;
import java.util.List;

/**
 * What becomes of a request to GitHub. The token of a repository goes only onto requests to that
 * repository; where the session has no token, its placeholder is taken off, and GitHub answers as
 * it answers anybody.
 */
final class GitHubRules {
  private static final String OFFLINE =
      "GitHub is out of reach: the session is offline but for its provider";
  private static final String GRAPHQL =
      "GitHub's GraphQL needs a token that you choose for it: a repository's token is never used";

  private final GitHubAccess access;

  GitHubRules(GitHubAccess access) {
    this.access = access;
  }

  RequestDecision decide(
      GitHubPaths paths, String method, List<String> segments, SentCredentials sent) {
    var decision = decideAnyPath(paths, method, segments, sent);
    return decision instanceof RequestDecision.Put
            && paths.isApi()
            && NewCredentials.atGitHub(paths.reads(method, segments), segments)
        ? new Refuse(403, NewCredentials.REFUSED)
        : decision;
  }

  private RequestDecision decideAnyPath(
      GitHubPaths paths, String method, List<String> segments, SentCredentials sent) {
    boolean copilots =
        paths.isCopilot(segments)
            || (paths.isCopilotReleases(segments) && paths.reads(method, segments));
    if (paths == GitHubPaths.API_OF_COPILOT && !copilots) {
      return new Refuse(403, OFFLINE);
    }
    return switch (sent.kind()) {
      case null -> new RequestDecision.Pass();
      case COPILOT -> copilots ? ofCopilot(paths, segments, sent) : RequestRules.misplaced();
      case GITHUB ->
          paths.isCopilot(segments)
              ? RequestRules.misplaced()
              : ofGitHub(paths, method, segments, sent);
      case CLAUDE, OPENAI, CODEX -> RequestRules.misplaced();
    };
  }

  private static RequestDecision ofCopilot(
      GitHubPaths paths, List<String> segments, SentCredentials sent) {
    return paths.isCopilot(segments)
        ? new RequestDecision.Put(new CredentialUse.Login(CredentialKind.COPILOT), sent.placement())
        : new RequestDecision.Anonymous(sent.placement());
  }

  private RequestDecision ofGitHub(
      GitHubPaths paths, String method, List<String> segments, SentCredentials sent) {
    var repository = paths.repository(segments);
    if (repository.isPresent()) {
      return ofRepository(repository.get(), paths.reads(method, segments), sent);
    }
    if (!paths.isApi()) {
      return new RequestDecision.Anonymous(sent.placement());
    }
    if (access.userLevel()) {
      return new RequestDecision.Put(new CredentialUse.GitHubUser(), sent.placement());
    }
    // Nobody may use it without a token, so that GitHub's own answer would only mislead.
    return segments.equals(List.of("graphql"))
        ? new Refuse(403, GRAPHQL)
        : new RequestDecision.Anonymous(sent.placement());
  }

  private RequestDecision ofRepository(
      GitHubRepository repository, boolean reads, SentCredentials sent) {
    var level = access.level(repository);
    if (level == null) {
      return new RequestDecision.Anonymous(sent.placement());
    }
    return level == GitHubAccess.Level.WRITE || reads
        ? new RequestDecision.Put(new CredentialUse.Repository(repository), sent.placement())
        : new Refuse(403, "the session may read " + repository + ", and not change it");
  }
}
