package dev.paddock.credential.refresh;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.paddock.credential.JsonSecrets;
import dev.paddock.credential.Secret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes some fields of a JSON document and copies all others as they are, token by token, so that
 * no text object ever holds a secret. For one use on one thread.
 */
final class JsonEdits {
  private final Map<List<String>, Map<String, Value>> edits = new HashMap<>();

  private interface Value {
    void write(JsonGenerator out) throws IOException;
  }

  /** Sets a field of the object at this path; it is added where it is missing. */
  JsonEdits secret(List<String> object, String field, Secret value) {
    return set(object, field, out -> write(out, value));
  }

  JsonEdits number(List<String> object, String field, long value) {
    return set(object, field, out -> out.writeNumber(value));
  }

  JsonEdits text(List<String> object, String field, String value) {
    return set(object, field, out -> out.writeString(value));
  }

  private JsonEdits set(List<String> object, String field, Value value) {
    edits.computeIfAbsent(object, o -> new LinkedHashMap<>()).put(field, value);
    return this;
  }

  /** The document with the changes, for the caller to wipe. */
  byte[] apply(byte[] content) throws IOException {
    try (var out = new WipedOutput();
        var in = JsonSecrets.parser(content)) {
      try (var json = JsonSecrets.generator(out)) {
        in.nextToken();
        copy(in, json, List.of());
      }
      return out.toByteArray();
    }
  }

  private void copy(JsonParser in, JsonGenerator out, List<String> path) throws IOException {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      copyObject(in, out, path);
    } else if (in.currentToken() == JsonToken.START_ARRAY) {
      out.writeStartArray();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        copy(in, out, List.of("[]"));
      }
      out.writeEndArray();
    } else {
      out.copyCurrentEventExact(in);
    }
  }

  private void copyObject(JsonParser in, JsonGenerator out, List<String> path) throws IOException {
    var changes = edits.getOrDefault(path, Map.of());
    var missing = new LinkedHashMap<>(changes);
    out.writeStartObject();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      var name = in.currentName();
      out.writeFieldName(name);
      in.nextToken();
      var change = changes.get(name);
      if (change == null) {
        var inner = new ArrayList<>(path);
        inner.add(name);
        copy(in, out, inner);
      } else {
        change.write(out);
        missing.remove(name);
        in.skipChildren();
      }
    }
    for (var added : missing.entrySet()) {
      out.writeFieldName(added.getKey());
      added.getValue().write(out);
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Secret value) throws IOException {
    byte[] bytes = value.bytes();
    var characters = new char[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      characters[i] = (char) bytes[i];
    }
    try {
      out.writeString(characters, 0, characters.length);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(characters, '\0');
    }
  }
}
