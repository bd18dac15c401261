package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON that holds secrets, without a text object for any of them. */
public final class JsonSecrets {
  /** Copilot's CLI begins its file with a comment. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

  private JsonSecrets() {}

  /** A parser over the content; its errors may quote the content, so they are never shown. */
  public static JsonParser parser(byte[] content) throws IOException {
    return JSON.createParser(content);
  }

  /** A generator of compact JSON, which leaves the stream open. */
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** The string at this path, or null where there is none of visible ASCII. */
  public static @Nullable Secret find(byte[] content, String... path) throws IOException {
    try (var json = parser(content)) {
      return json.nextToken() == JsonToken.START_OBJECT && goTo(json, path) ? secret(json) : null;
    }
  }

  /** The number at this path, or null where there is none. */
  public static @Nullable Double number(byte[] content, String... path) throws IOException {
    try (var json = parser(content)) {
      return json.nextToken() == JsonToken.START_OBJECT
              && goTo(json, path)
              && json.currentToken().isNumeric()
          ? json.getDoubleValue()
          : null;
    }
  }

  /** The strings in the array at this path; empty where there is none. */
  public static List<String> strings(byte[] content, String... path) throws IOException {
    try (var json = parser(content)) {
      return json.nextToken() == JsonToken.START_OBJECT && goTo(json, path)
          ? strings(json)
          : List.of();
    }
  }

  /** Whether there is an empty string at this path. */
  public static boolean blank(byte[] content, String... path) throws IOException {
    try (var json = parser(content)) {
      return json.nextToken() == JsonToken.START_OBJECT
          && goTo(json, path)
          && json.currentToken() == JsonToken.VALUE_STRING
          && json.getTextLength() == 0;
    }
  }

  private static boolean goTo(JsonParser json, String... path) throws IOException {
    for (var name : path) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        return false;
      }
      boolean found = false;
      while (!found && json.nextToken() == JsonToken.FIELD_NAME) {
        found = json.currentName().equals(name);
        json.nextToken();
        if (!found) {
          json.skipChildren();
        }
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /** The parser's current value, or null where it is no string of visible ASCII. */
  public static @Nullable Secret secret(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return null;
    }
    var characters = json.getTextCharacters();
    int offset = json.getTextOffset();
    var bytes = new byte[json.getTextLength()];
    try {
      for (int i = 0; i < bytes.length; i++) {
        char c = characters[offset + i];
        // A line break would end the header that the token is put into.
        if (c <= 0x20 || c >= 0x7f) {
          return null;
        }
        bytes[i] = (byte) c;
      }
      return bytes.length == 0 ? null : Secret.of(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** The strings of the current array; empty where the value is none. */
  static List<String> strings(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return List.of();
    }
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
}
