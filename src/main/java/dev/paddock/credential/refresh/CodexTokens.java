package dev.paddock.credential.refresh;

import dev.paddock.credential.JsonSecrets;
import dev.paddock.credential.Jwt;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Codex's {@code auth.json}. */
final class CodexTokens implements TokenFormat {
  private static final String TOKENS = "tokens";
  private static final List<String> OBJECT = List.of(TOKENS);

  @Override
  public StoredTokens tokens(byte[] content) throws IOException {
    var access = JsonSecrets.find(content, TOKENS, "access_token");
    if (access == null) {
      throw new RefreshException("there is no access token in the login");
    }
    return new StoredTokens(
        access, JsonSecrets.find(content, TOKENS, "refresh_token"), Jwt.of(access).expiresAt());
  }

  @Override
  public byte[] replace(byte[] content, FreshTokens fresh) throws IOException {
    var edits =
        new JsonEdits()
            .secret(OBJECT, "access_token", fresh.access())
            .text(List.of(), "last_refresh", fresh.receivedAt().toString());
    if (fresh.refresh() != null) {
      edits.secret(OBJECT, "refresh_token", fresh.refresh());
    }
    if (fresh.identity() != null) {
      edits.secret(OBJECT, "id_token", fresh.identity());
    }
    return edits.apply(content);
  }

  @Override
  public boolean wiped(byte[] content) throws IOException {
    return JsonSecrets.blank(content, TOKENS, "access_token");
  }

  @Override
  public Map<String, String> request(byte[] content, boolean refused) {
    return Map.of("refresh_reason", refused ? "unauthorized_recovery" : "proactive_expiry");
  }
}
