package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files that hold a Copilot login: agent-vm's cache ({@code access_token}), the CLI's {@code
 * config.json} ({@code copilot_tokens}, a token for each {@code https://github.com:login}), and the
 * editors' {@code apps.json} and {@code hosts.json} ({@code oauth_token} below {@code github.com}).
 */
final class CopilotFormat implements LoginFormat<CopilotFormat.Nobody> {
  private static final Pattern GITHUB = Pattern.compile("(?:https://)?github\\.com(?:[:/].*)?");
  private static final String CLI_TOKENS = "copilot_tokens";

  /** These files say nothing about the account. */
  record Nobody() {}

  @Override
  public Reading<Nobody> parse(byte[] content) throws IOException {
    try (var json = JsonSecrets.parser(content)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        var token = first(json);
        if (token != null) {
          return new Reading<>(token, null, new Nobody());
        }
      }
      throw new MissingField("token for github.com");
    }
  }

  private static @Nullable Secret first(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      var token = token(json, name);
      if (token != null) {
        return token;
      }
      json.skipChildren();
    }
    return null;
  }

  private static @Nullable Secret token(JsonParser json, String name) throws IOException {
    boolean github = GITHUB.matcher(name).matches();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      return name.equals(CLI_TOKENS) ? first(json) : github ? oauth(json) : null;
    }
    return github || name.equals("access_token") ? JsonSecrets.secret(json) : null;
  }

  private static @Nullable Secret oauth(JsonParser json) throws IOException {
    Secret token = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      if (name.equals("oauth_token")) {
        token = JsonSecrets.secret(json);
      }
      json.skipChildren();
    }
    return token;
  }
}
