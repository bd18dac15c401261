package dev.paddock.credential.refresh;

import dev.paddock.credential.JsonSecrets;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Claude Code's file or Keychain item. */
final class ClaudeTokens implements TokenFormat {
  private static final String LOGIN = "claudeAiOauth";
  private static final List<String> OBJECT = List.of(LOGIN);

  @Override
  public StoredTokens tokens(byte[] content) throws IOException {
    var access = JsonSecrets.find(content, LOGIN, "accessToken");
    if (access == null) {
      throw new RefreshException("there is no access token in the login");
    }
    var end = JsonSecrets.number(content, LOGIN, "expiresAt");
    return new StoredTokens(
        access,
        JsonSecrets.find(content, LOGIN, "refreshToken"),
        end == null ? null : Instant.ofEpochMilli(end.longValue()));
  }

  @Override
  public byte[] replace(byte[] content, FreshTokens fresh) throws IOException {
    var edits =
        new JsonEdits()
            .secret(OBJECT, "accessToken", fresh.access())
            .number(OBJECT, "expiresAt", fresh.expiresAt().toEpochMilli());
    if (fresh.refresh() != null) {
      edits.secret(OBJECT, "refreshToken", fresh.refresh());
    }
    return edits.apply(content);
  }

  @Override
  public boolean wiped(byte[] content) throws IOException {
    return JsonSecrets.blank(content, LOGIN, "accessToken");
  }

  @Override
  public Map<String, String> request(byte[] content, boolean refused) throws IOException {
    var scopes = JsonSecrets.strings(content, LOGIN, "scopes");
    return scopes.isEmpty() ? Map.of() : Map.of("scope", String.join(" ", scopes));
  }
}
