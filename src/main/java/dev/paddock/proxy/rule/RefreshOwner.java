package dev.paddock.proxy.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.paddock.base.Json;
import dev.paddock.credential.Placeholders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whose login a request to a token endpoint is about. */
public enum RefreshOwner {
  /** The host's, for which this session has placeholders. */
  HOST,
  /** The host's, with a placeholder that another session had. */
  ANOTHER_SESSION,
  /** One that somebody has, or begins, inside of the VM. */
  GUEST;

  /** As the request's body says, JSON or a form; what says nothing is about the host's. */
  public static RefreshOwner of(String body, Placeholders placeholders) {
    var token = field(body, "refresh_token");
    if (token != null && !token.isEmpty() && !placeholders.occursIn(token)) {
      return placeholders.ofAnotherSession(token) ? ANOTHER_SESSION : GUEST;
    }
    var grant = field(body, "grant_type");
    return token == null && grant != null && !grant.equals("refresh_token") ? GUEST : HOST;
  }

  private static @Nullable String field(String body, String name) {
    return body.strip().startsWith("{") ? jsonField(body, name) : formField(body.strip(), name);
  }

  private static @Nullable String jsonField(String body, String name) {
    try {
      // Null where there is no such text.
      return Json.mapper().readTree(body).path(name).textValue();
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static @Nullable String formField(String body, String name) {
    for (var pair : body.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return decoded(pair.substring(name.length() + 1));
      }
    }
    return null;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
