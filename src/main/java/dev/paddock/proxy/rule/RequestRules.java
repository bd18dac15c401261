package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import java.util.Optional;

/** What becomes of one request to an intercepted host, or of one in clear. Pure. */
public final class RequestRules {
  /** Told to the person and to the client. */
  public static final String MISPLACED =
      "a placeholder was sent to a host where it does not belong";

  private final Placeholders placeholders;

  /** The rules of the session that has these placeholders. */
  public RequestRules(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  /** Decides about one request to the host. */
  public RequestDecision decide(InterceptedHost host, RequestHead head) {
    switch (head.method()) {
      // TRACE sends the head back, with the credential that we put there.
      case "TRACE", "CONNECT" -> {
        return new RequestDecision.Refuse(405, "the method is not allowed here");
      }
      case "POST" -> {
        if (head.path().equals(host.refreshPath())) {
          return new RequestDecision.AnswerRefresh();
        }
      }
      default -> {}
    }
    if (!head.target().startsWith("/")) {
      return new RequestDecision.Refuse(400, "the request target is not a path");
    }
    if (!host.carriesCredential()) {
      return misplaced(head) ? refuse() : new RequestDecision.Pass();
    }
    var sent = CredentialHeaders.placeholder(head, placeholders);
    if (sent.isPresent()) {
      return host.credentials().contains(sent.get())
          ? new RequestDecision.PutCredential(sent.get())
          : refuse();
    }
    return missing(host, head)
        .<RequestDecision>map(RequestDecision.PutCredential::new)
        .orElseGet(RequestDecision.Pass::new);
  }

  /** Whether the head carries a placeholder to a host that none belongs to. */
  public boolean misplaced(RequestHead head) {
    return CredentialHeaders.anywhere(head, placeholders);
  }

  private static Optional<CredentialKind> missing(InterceptedHost host, RequestHead head) {
    return host.putWhenMissing() && !CredentialHeaders.present(head)
        ? host.credentials().stream().findFirst()
        : Optional.empty();
  }

  private static RequestDecision refuse() {
    return new RequestDecision.Refuse(403, MISPLACED);
  }
}
