package dev.paddock.proxy.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a test asks the rules.
 *
 * @param authority host and port as a client wrote them
 * @param clear whether it is a request in clear
 * @param serverName of the TLS hello, or null
 * @param head the request, or null for a CONNECT alone
 */
record Question(
    String authority, boolean clear, @Nullable String serverName, @Nullable RequestHead head) {

  /** Asks in the order in which the proxy's handlers do, and puts the answer into words. */
  String ask(RequestRules rules) {
    var parsed = Target.parse(authority, clear ? 80 : 443);
    if (parsed.isEmpty()) {
      return "invalid";
    }
    var target = parsed.get();
    if (clear) {
      return head == null || HeadCheck.problem(head).isPresent()
          ? "400"
          : words(rules.decideInClear(target, head));
    }
    return switch (rules.hosts().connect(target)) {
      case ConnectDecision.Refuse r -> "refused";
      case ConnectDecision.Tunnel() -> "tunnel";
      case ConnectDecision.Intercept i -> {
        if (head == null) {
          yield "intercept";
        }
        yield HeadCheck.problem(head).isPresent()
            ? "400"
            : words(rules.decide(target, serverName, head));
      }
    };
  }

  private static String words(RequestDecision decision) {
    return switch (decision) {
      case RequestDecision.Pass() -> "pass";
      case RequestDecision.Put(var use, var placement) -> "put " + words(use) + words(placement);
      case RequestDecision.Anonymous a -> "anonymous";
      case RequestDecision.AnswerRefresh(var kind) -> "answer " + kind.id();
      case RequestDecision.Refuse(var status, var reason) ->
          switch (reason) {
            case RequestRules.MISPLACED -> "misplaced";
            case RequestRules.OF_ANOTHER_SESSION -> "foreign";
            case RequestRules.UNKNOWN -> "unknown";
            default -> String.valueOf(status);
          };
    };
  }

  private static String words(CredentialUse use) {
    return switch (use) {
          case CredentialUse.Login(var kind) -> kind.id();
          case CredentialUse.Repository(var repository) -> repository.toString();
          case CredentialUse.GitHubUser() -> "user";
        }
        + ":";
  }

  private static String words(Placement placement) {
    var authorization =
        switch (placement.authorization()) {
          case null -> "";
          case Placement.Token(var scheme) -> scheme.isEmpty() ? " *" : " " + scheme + " *";
          case Placement.Basic(var user, var password) ->
              " Basic " + (user == null ? "*" : user) + ":" + (password == null ? "*" : password);
        };
    var key =
        switch (placement.apiKey()) {
          case KEEP -> "";
          case REPLACE -> " key *";
          case REMOVE -> " -key";
        };
    return authorization + key + (placement.claudeOAuth() ? " +oauth" : "");
  }
}
