package dev.paddock.credential;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one session's VM holds instead of credentials: random values in the shape of real ones, new
 * for every session and different from each other. Immutable.
 */
public final class Placeholders {
  /** Bytes whose base64 has 93 characters with the tail below, as in a real token's 95. */
  private static final int RANDOM_BYTES = 70;

  private static final int BODY = 93;
  private static final String TAIL = "AA";

  private final Map<CredentialKind, Pair> pairs = new EnumMap<>(CredentialKind.class);

  /** A new set from the given source of randomness. */
  public Placeholders(SecureRandom random) {
    for (var kind : CredentialKind.values()) {
      pairs.put(
          kind, new Pair(value(kind.accessPrefix(), random), value(kind.refreshPrefix(), random)));
    }
  }

  /** The stand-in for the access token. */
  public String accessToken(CredentialKind kind) {
    return pair(kind).access();
  }

  /** The stand-in for the refresh token. */
  public String refreshToken(CredentialKind kind) {
    return pair(kind).refresh();
  }

  /** The credential whose access token this value stands for. */
  public Optional<CredentialKind> kindOf(@Nullable String value) {
    return pairs.entrySet().stream()
        .filter(e -> e.getValue().access().equals(value))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether any placeholder, access or refresh, occurs in the text. */
  public boolean occursIn(String text) {
    return pairs.values().stream()
        .anyMatch(p -> text.contains(p.access()) || text.contains(p.refresh()));
  }

  /** All values under names such as {@code claude.access_token}, in a fixed order. */
  public Map<String, String> byName() {
    var named = new LinkedHashMap<String, String>();
    pairs.forEach((kind, pair) -> {
      named.put(kind.id() + ".access_token", pair.access());
      named.put(kind.id() + ".refresh_token", pair.refresh());
    });
    return named;
  }

  @Override
  public String toString() {
    return "Placeholders" + pairs.keySet();
  }

  private Pair pair(CredentialKind kind) {
    var pair = pairs.get(kind);
    if (pair == null) {
      throw new IllegalStateException("no placeholder for " + kind);
    }
    return pair;
  }

  private static String value(String prefix, SecureRandom random) {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return prefix + text.substring(0, BODY) + TAIL;
  }

  private record Pair(String access, String refresh) {}
}
