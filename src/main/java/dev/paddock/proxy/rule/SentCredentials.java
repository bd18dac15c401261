package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.rule.Placement.ApiKey;
import org.jspecify.annotations.Nullable;

/**
 * What a request's head holds of credentials.
 *
 * @param any whether the client sent a credential of any kind
 * @param unknown whether one of them is none of ours
 * @param kind whose placeholder stands where a credential belongs, or null
 * @param placement where it stands; without meaning where kind is null
 * @param misplaced whether a placeholder stands elsewhere, or two of different kinds
 * @param ofAnotherSession whether one of another session stands where a credential belongs
 */
record SentCredentials(
    boolean any,
    boolean unknown,
    @Nullable CredentialKind kind,
    Placement placement,
    boolean misplaced,
    boolean ofAnotherSession) {

  static SentCredentials of(RequestHead head, Placeholders placeholders) {
    var authorization = AuthorizationValue.NONE;
    var apiKey = AuthorizationValue.NONE;
    boolean elsewhere = placeholders.occursIn(head.target());
    for (var header : head.headers()) {
      var name = header.getKey();
      var value = AuthorizationValue.NONE;
      if (name.equalsIgnoreCase("authorization")) {
        value = AuthorizationValue.of(header.getValue(), placeholders);
        elsewhere |= authorization.sent();
        authorization = value;
      } else if (name.equalsIgnoreCase("x-api-key")) {
        value = AuthorizationValue.ofKey(header.getValue(), placeholders);
        elsewhere |= apiKey.sent();
        apiKey = value;
      } else {
        elsewhere |= AuthorizationValue.holds(header.getValue(), placeholders);
      }
    }
    return both(authorization, apiKey, elsewhere);
  }

  private static SentCredentials both(
      AuthorizationValue authorization, AuthorizationValue apiKey, boolean elsewhere) {
    var first = authorization.kind();
    var second = apiKey.kind();
    var kind = first == null ? second : first;
    boolean differ = first != null && second != null && first != second;
    return new SentCredentials(
        authorization.sent() || apiKey.sent(),
        authorization.unknown() || apiKey.unknown(),
        kind,
        new Placement(
            authorization.placement(), second == null ? ApiKey.KEEP : ApiKey.REPLACE, false),
        elsewhere || differ || authorization.misplaced() || apiKey.misplaced(),
        authorization.ofAnotherSession() || apiKey.ofAnotherSession());
  }
}
