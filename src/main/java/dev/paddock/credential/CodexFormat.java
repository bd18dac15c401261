package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Codex's {@code auth.json} with a ChatGPT login. */
final class CodexFormat implements LoginFormat<CodexAccount> {
  private static final String CHATGPT = "chatgpt";

  @Override
  public Reading<CodexAccount> parse(byte[] content) throws IOException {
    try (var json = JsonSecrets.parser(content)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MissingField("tokens");
      }
      String mode = null;
      boolean key = false;
      Reading<CodexAccount> login = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        switch (name) {
          case "auth_mode" -> mode = json.getValueAsString();
          case "OPENAI_API_KEY" -> key = json.currentToken() == JsonToken.VALUE_STRING;
          case "tokens" -> login = login(json);
          default -> {}
        }
        json.skipChildren();
      }
      // Older files have no mode; Codex takes the key then, where there is one.
      if (mode == null ? key : !mode.equals(CHATGPT)) {
        close(login);
        throw new MissingField("ChatGPT login, but an API key");
      }
      if (login == null) {
        throw new MissingField("tokens.access_token");
      }
      return login;
    }
  }

  private static @Nullable Reading<CodexAccount> login(JsonParser json) throws IOException {
    Secret token = null;
    Secret identity = null;
    String account = null;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return null;
    }
    try {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        switch (name) {
          case "access_token" -> token = JsonSecrets.secret(json);
          case "id_token" -> identity = JsonSecrets.secret(json);
          case "account_id" -> account = json.getValueAsString();
          default -> {}
        }
        json.skipChildren();
      }
      if (token == null) {
        return null;
      }
      var facts = Jwt.of(identity).account().in(account);
      return new Reading<>(token, Jwt.of(token).expiresAt(), facts);
    } finally {
      if (identity != null) {
        identity.close();
      }
    }
  }

  private static void close(@Nullable Reading<CodexAccount> login) {
    if (login != null) {
      login.close();
    }
  }
}
