package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The claims of OpenAI's tokens that matter here; unchecked, for they come from the user's own
 * file.
 *
 * @param expiresAt or null
 * @param account what the claims say about it
 */
public record Jwt(@Nullable Instant expiresAt, CodexAccount account) {
  private static final String OPENAI = "https://api.openai.com/auth";
  private static final Jwt OPAQUE = new Jwt(null, CodexAccount.unknown());

  /** The claims of a token; none of them where it is not a JWT, which is allowed. */
  public static Jwt of(@Nullable Secret token) {
    if (token == null) {
      return OPAQUE;
    }
    byte[] text = token.bytes();
    try {
      byte[] payload = payload(text);
      try {
        return claims(payload);
      } finally {
        Arrays.fill(payload, (byte) 0);
      }
    } catch (IOException | IllegalArgumentException e) {
      return OPAQUE;
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private static byte[] payload(byte[] token) {
    int first = indexOf(token, 0);
    int second = indexOf(token, first + 1);
    byte[] part = Arrays.copyOfRange(token, first + 1, second);
    try {
      return Base64.getUrlDecoder().decode(part);
    } finally {
      Arrays.fill(part, (byte) 0);
    }
  }

  private static int indexOf(byte[] token, int from) {
    for (int i = from; i < token.length; i++) {
      if (token[i] == '.') {
        return i;
      }
    }
    throw new IllegalArgumentException("not a JWT");
  }

  private static Jwt claims(byte[] payload) throws IOException {
    try (var json = JsonSecrets.parser(payload)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return OPAQUE;
      }
      Instant expiresAt = null;
      String email = null;
      var account = CodexAccount.unknown();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        var value = json.nextToken();
        switch (name) {
          case "exp" -> expiresAt = value.isNumeric() ? seconds(json) : null;
          case "email" -> email = json.getValueAsString();
          case OPENAI -> account = openAi(json);
          default -> {}
        }
        json.skipChildren();
      }
      return new Jwt(
          expiresAt,
          new CodexAccount(account.accountId(), account.userId(), account.planType(), email));
    }
  }

  private static CodexAccount openAi(JsonParser json) throws IOException {
    String account = null;
    String user = null;
    String plan = null;
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        switch (name) {
          case "chatgpt_account_id" -> account = json.getValueAsString();
          case "chatgpt_user_id" -> user = json.getValueAsString();
          case "chatgpt_plan_type" -> plan = json.getValueAsString();
          default -> {}
        }
        json.skipChildren();
      }
    }
    return new CodexAccount(account, user, plan, null);
  }

  private static Instant seconds(JsonParser json) throws IOException {
    return Instant.ofEpochSecond((long) json.getDoubleValue());
  }
}
