package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.CharBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of Claude Code's credential file, without its refresh token. */
record ClaudeLoginFile(Secret accessToken, @Nullable Instant expiresAt, ClaudeAccount account)
    implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();

  /** The file has no such field, or a field of another type. */
  static final class MissingField extends IOException {
    private final String field;

    MissingField(String field) {
      super("no " + field);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /** Reads the file's content token by token, so that no text object ever holds a token. */
  static ClaudeLoginFile parse(byte[] content) throws IOException {
    try (var json = JSON.createParser(content)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MissingField("claudeAiOauth");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        if (json.nextToken() == JsonToken.START_OBJECT && name.equals("claudeAiOauth")) {
          return login(json);
        }
        json.skipChildren();
      }
      throw new MissingField("claudeAiOauth");
    }
  }

  private static ClaudeLoginFile login(JsonParser json) throws IOException {
    Secret token = null;
    Instant expiresAt = null;
    List<String> scopes = List.of();
    String subscription = null;
    String rateLimit = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      var value = json.nextToken();
      switch (name) {
        case "accessToken" -> token = value == JsonToken.VALUE_STRING ? secret(json) : null;
        case "expiresAt" -> expiresAt = value.isNumeric() ? instant(json) : null;
        case "scopes" -> scopes = value == JsonToken.START_ARRAY ? strings(json) : List.of();
        case "subscriptionType" -> subscription = json.getValueAsString();
        case "rateLimitTier" -> rateLimit = json.getValueAsString();
        default -> json.skipChildren();
      }
    }
    if (token == null) {
      throw new MissingField("claudeAiOauth.accessToken");
    }
    return new ClaudeLoginFile(
        token, expiresAt, new ClaudeAccount(scopes, subscription, rateLimit));
  }

  private static @Nullable Secret secret(JsonParser json) throws IOException {
    var characters =
        CharBuffer.wrap(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    if (characters.isEmpty() || characters.chars().anyMatch(c -> c <= 0x20 || c >= 0x7f)) {
      return null;
    }
    // All of them are ASCII.
    var bytes = new byte[characters.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) characters.charAt(i);
    }
    try {
      return Secret.of(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static Instant instant(JsonParser json) throws IOException {
    return Instant.ofEpochMilli((long) json.getDoubleValue());
  }

  private static List<String> strings(JsonParser json) throws IOException {
    var values = new ArrayList<String>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        values.add(json.getText());
      } else {
        json.skipChildren();
      }
    }
    return List.copyOf(values);
  }

  @Override
  public void close() {
    accessToken.close();
  }
}
