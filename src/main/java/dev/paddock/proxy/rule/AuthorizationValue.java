package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.rule.Placement.Authorization;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the value of one credential header is.
 *
 * @param state of the whole value
 * @param kind whose placeholder it holds in the right place, or null
 * @param placement where in Authorization, or null
 */
record AuthorizationValue(
    State state, @Nullable CredentialKind kind, @Nullable Authorization placement) {
  /** With any other a provider refuses even a valid token, for which we would renew the login. */
  private static final Set<String> SCHEMES = Set.of("", "bearer", "token");

  static final AuthorizationValue NONE = new AuthorizationValue(State.NONE, null, null);

  private static final AuthorizationValue UNKNOWN =
      new AuthorizationValue(State.UNKNOWN, null, null);
  private static final AuthorizationValue MISPLACED =
      new AuthorizationValue(State.MISPLACED, null, null);
  private static final AuthorizationValue FOREIGN =
      new AuthorizationValue(State.FOREIGN, null, null);

  private enum State {
    NONE,
    OURS,
    UNKNOWN,
    MISPLACED,
    FOREIGN
  }

  /** Reads Authorization. */
  static AuthorizationValue of(String value, Placeholders placeholders) {
    var stripped = value.strip();
    int space = firstSpace(stripped);
    if (space < 0) {
      return token("", stripped, placeholders);
    }
    var scheme = stripped.substring(0, space);
    var rest = stripped.substring(space).strip();
    var read =
        scheme.equalsIgnoreCase("basic")
            ? basic(rest, placeholders)
            : token(scheme, rest, placeholders);
    return placeholders.occursIn(scheme) && !read.ofAnotherSession() ? MISPLACED : read;
  }

  /** Reads {@code x-api-key}. */
  static AuthorizationValue ofKey(String value, Placeholders placeholders) {
    return token("", value.strip(), placeholders);
  }

  /** Whether a placeholder occurs in the value of any other header. */
  static boolean holds(String value, Placeholders placeholders) {
    if (placeholders.occursIn(value)) {
      return true;
    }
    var stripped = value.strip();
    var decoded =
        stripped.regionMatches(true, 0, "basic ", 0, 6) ? decoded(stripped.substring(6)) : null;
    return decoded != null && placeholders.occursIn(decoded);
  }

  boolean sent() {
    return state != State.NONE;
  }

  boolean unknown() {
    return state == State.UNKNOWN;
  }

  boolean misplaced() {
    return state == State.MISPLACED;
  }

  boolean ofAnotherSession() {
    return state == State.FOREIGN;
  }

  private static AuthorizationValue token(String scheme, String token, Placeholders placeholders) {
    var kind = placeholders.kindOf(token).orElse(null);
    if (kind == null) {
      return notOurs(token, placeholders);
    }
    return SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
        ? new AuthorizationValue(State.OURS, kind, new Placement.Token(scheme))
        : MISPLACED;
  }

  private static AuthorizationValue notOurs(String value, Placeholders placeholders) {
    if (placeholders.occursIn(value)) {
      return MISPLACED;
    }
    return placeholders.ofAnotherSession(value) ? FOREIGN : UNKNOWN;
  }

  private static AuthorizationValue basic(String encoded, Placeholders placeholders) {
    var decoded = decoded(encoded);
    if (decoded == null) {
      return notOurs(encoded, placeholders);
    }
    int colon = decoded.indexOf(':');
    if (colon < 0) {
      return notOurs(decoded, placeholders);
    }
    var user = decoded.substring(0, colon);
    var password = decoded.substring(colon + 1);
    var asUser = token("", user, placeholders);
    var asPassword = token("", password, placeholders);
    if (asUser.kind() == null && asPassword.kind() == null) {
      // The worse of the two is that of the whole.
      return asUser.state().compareTo(asPassword.state()) > 0 ? asUser : asPassword;
    }
    var kind = asUser.kind() == null ? asPassword.kind() : asUser.kind();
    boolean mixed =
        asUser.kind() != null && asPassword.kind() != null && asUser.kind() != asPassword.kind();
    if (mixed || asUser.misplaced() || asPassword.misplaced()) {
      return MISPLACED;
    }
    return asUser.ofAnotherSession() || asPassword.ofAnotherSession()
        ? FOREIGN
        : new AuthorizationValue(
            State.OURS,
            kind,
            new Placement.Basic(
                asUser.kind() == null ? user : null, asPassword.kind() == null ? password : null));
  }

  private static int firstSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ' || text.charAt(i) == '\t') {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String decoded(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
