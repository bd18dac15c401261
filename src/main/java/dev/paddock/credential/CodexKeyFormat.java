package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The API key in Codex's {@code auth.json}, where somebody signed in with one. */
final class CodexKeyFormat implements LoginFormat<CodexAccount> {
  private static final String KEY = "OPENAI_API_KEY";

  @Override
  public Reading<CodexAccount> parse(byte[] content) throws IOException {
    try (var json = JsonSecrets.parser(content)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MissingField(KEY);
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        var key = name.equals(KEY) ? JsonSecrets.secret(json) : null;
        if (key != null) {
          return new Reading<>(key, null, CodexAccount.unknown());
        }
        json.skipChildren();
      }
      throw new MissingField(KEY);
    }
  }
}
