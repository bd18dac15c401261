package dev.paddock.credential;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one session's VM holds instead of credentials: random values in the shape of real ones, new
 * for every session and different from each other. Immutable.
 */
public final class Placeholders {
  private final Map<CredentialKind, String> access = new EnumMap<>(CredentialKind.class);
  private final Map<CredentialKind, String> refresh = new EnumMap<>(CredentialKind.class);
  private final Map<String, CredentialKind> kinds = new HashMap<>();
  private final Map<String, String> named = new LinkedHashMap<>();
  private final String identity;
  private final @Nullable String accountId;

  /** A new set from the given source of randomness, of an account that nothing is known of. */
  public Placeholders(SecureRandom random) {
    this(random, CodexAccount.unknown());
  }

  /** A new set; ChatGPT's tokens name this account, as the host's own do. */
  public Placeholders(SecureRandom random, CodexAccount account) {
    var shapes = new PlaceholderShapes(random);
    var now = Instant.now();
    access.put(CredentialKind.CLAUDE, shapes.claude("sk-ant-oat01-"));
    access.put(CredentialKind.OPENAI, shapes.openAi());
    access.put(CredentialKind.CODEX, shapes.codexAccess(account, now));
    access.put(CredentialKind.COPILOT, shapes.gitHub("gho_"));
    access.put(CredentialKind.GITHUB, shapes.gitHub("ghu_"));
    refresh.put(CredentialKind.CLAUDE, shapes.claude("sk-ant-ort01-"));
    refresh.put(CredentialKind.CODEX, shapes.codexRefresh());
    identity = shapes.codexIdentity(account, now);
    accountId = account.accountId();
    access.forEach((kind, value) -> {
      kinds.put(value, kind);
      named.put(kind.id() + ".access_token", value);
      if (refresh.containsKey(kind)) {
        named.put(kind.id() + ".refresh_token", refreshToken(kind));
      }
    });
    named.put("codex.id_token", identity);
  }

  /** The stand-in for the access token, or for the key. */
  public String accessToken(CredentialKind kind) {
    return value(access, kind);
  }

  /** The stand-in for the refresh token; IllegalStateException for a kind that has none. */
  public String refreshToken(CredentialKind kind) {
    return value(refresh, kind);
  }

  /** The stand-in for the identity token of a ChatGPT login. */
  public String codexIdentity() {
    return identity;
  }

  /** The host's ChatGPT workspace, which Codex checks; no secret. */
  public Optional<String> codexAccountId() {
    return Optional.ofNullable(accountId);
  }

  /** The credential whose access token this value stands for. */
  public Optional<CredentialKind> kindOf(@Nullable String value) {
    return Optional.ofNullable(kinds.get(value));
  }

  /** Whether any placeholder of this session, access or refresh, occurs in the text. */
  public boolean occursIn(String text) {
    return text.length() >= PlaceholderMark.LENGTH
        && named.values().stream().anyMatch(text::contains);
  }

  /** Whether the value is a placeholder of another session. */
  public boolean ofAnotherSession(String value) {
    return !named.containsValue(value)
        && (PlaceholderMark.ends(value) || PlaceholderMark.ends(withoutTail(value)));
  }

  /** All values under names such as {@code claude.access_token}, in a fixed order. */
  public Map<String, String> byName() {
    return new LinkedHashMap<>(named);
  }

  @Override
  public String toString() {
    return "Placeholders" + access.keySet();
  }

  private static String withoutTail(String value) {
    var tail = PlaceholderShapes.CLAUDE_TAIL;
    return value.endsWith(tail) ? value.substring(0, value.length() - tail.length()) : value;
  }

  private static String value(Map<CredentialKind, String> values, CredentialKind kind) {
    var value = values.get(kind);
    if (value == null) {
      throw new IllegalStateException("no placeholder for " + kind);
    }
    return value;
  }
}
