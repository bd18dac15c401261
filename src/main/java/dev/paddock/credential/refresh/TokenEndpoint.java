package dev.paddock.credential.refresh;

import dev.paddock.credential.JsonSecrets;
import dev.paddock.credential.Secret;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import okhttp3.Request;

/**
 * Where a provider gives new tokens for a refresh token.
 *
 * @param url of the endpoint
 * @param clientId of the provider's own client, to which the login was given
 */
public record TokenEndpoint(String url, String clientId) {

  /** Of Claude logins. */
  public static TokenEndpoint claude() {
    return new TokenEndpoint(
        "https://platform.claude.com/v1/oauth/token", "9d1c250a-e61b-44d9-88ed-5944d1962f5e");
  }

  /** Of ChatGPT logins. */
  public static TokenEndpoint codex() {
    return new TokenEndpoint("https://auth.openai.com/oauth/token", "app_EMoamEEZ73f0CkXaXp7hrann");
  }

  Request request(Secret refreshToken, Map<String, String> more) throws IOException {
    try (var body = new WipedOutput()) {
      try (var json = JsonSecrets.generator(body)) {
        json.writeStartObject();
        json.writeStringField("grant_type", "refresh_token");
        json.writeStringField("client_id", clientId);
        for (var field : more.entrySet()) {
          json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeFieldName("refresh_token");
        byte[] token = refreshToken.bytes();
        json.writeUTF8String(token, 0, token.length);
        Arrays.fill(token, (byte) 0);
        json.writeEndObject();
      }
      return new Request.Builder()
          .url(url)
          .header("User-Agent", "Paddock")
          .header("Accept", "application/json")
          .post(new WipedBody(body.toByteArray()))
          .build();
    }
  }
}
