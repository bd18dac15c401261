package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Claude Code's login: the object {@code claudeAiOauth} in its file or Keychain item. */
final class ClaudeFormat implements LoginFormat<ClaudeAccount> {
  private static final String LOGIN = "claudeAiOauth";

  @Override
  public Reading<ClaudeAccount> parse(byte[] content) throws IOException {
    try (var json = JsonSecrets.parser(content)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MissingField(LOGIN);
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        if (json.nextToken() == JsonToken.START_OBJECT && name.equals(LOGIN)) {
          return login(json);
        }
        json.skipChildren();
      }
      throw new MissingField(LOGIN);
    }
  }

  private static Reading<ClaudeAccount> login(JsonParser json) throws IOException {
    Secret token = null;
    Instant expiresAt = null;
    List<String> scopes = List.of();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      var value = json.nextToken();
      switch (name) {
        case "accessToken" -> token = JsonSecrets.secret(json);
        case "expiresAt" -> expiresAt = value.isNumeric() ? instant(json) : null;
        case "scopes" -> scopes = JsonSecrets.strings(json);
        default -> {}
      }
      json.skipChildren();
    }
    if (token == null) {
      throw new MissingField(LOGIN + ".accessToken");
    }
    return new Reading<>(token, expiresAt, new ClaudeAccount(scopes));
  }

  private static Instant instant(JsonParser json) throws IOException {
    return Instant.ofEpochMilli((long) json.getDoubleValue());
  }
}
