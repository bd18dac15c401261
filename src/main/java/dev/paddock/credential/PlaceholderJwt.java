package dev.paddock.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.paddock.base.Json;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * JSON web tokens in the shape of ChatGPT's, with a signature that means nothing. They end in ten
 * years: a client that sees a near end asks for new ones again and again.
 */
final class PlaceholderJwt {
  private static final Duration LIFETIME = Duration.ofDays(3650);
  private static final String ISSUER = "https://auth.openai.com";
  private static final String CLIENT = "app_EMoamEEZ73f0CkXaXp7hrann";

  private static final String NO_ACCOUNT = "00000000-0000-4000-8000-000000000000";

  /** 256 bytes of an RSA signature in base64. */
  private static final int SIGNATURE = 342;

  private final CodexAccount account;
  private final Instant now;
  private final SecureRandom random;

  PlaceholderJwt(CodexAccount account, Instant now, SecureRandom random) {
    this.account = account;
    this.now = now;
    this.random = random;
  }

  String access() {
    var claims = claims();
    claims.put("aud", List.of("https://api.openai.com/v1"));
    claims.put("client_id", CLIENT);
    claims.put("scp", List.of("openid", "profile", "email", "offline_access"));
    claims.put("nbf", now.getEpochSecond());
    var profile = new LinkedHashMap<String, Object>();
    putIfKnown(profile, "email", account.email());
    profile.put("email_verified", true);
    claims.put("https://api.openai.com/profile", profile);
    return token(claims);
  }

  String identity() {
    var claims = claims();
    claims.put("aud", List.of(CLIENT));
    claims.put("auth_time", now.getEpochSecond());
    putIfKnown(claims, "email", account.email());
    claims.put("email_verified", true);
    return token(claims);
  }

  private Map<String, Object> claims() {
    var auth = new LinkedHashMap<String, Object>();
    auth.put("chatgpt_account_id", Objects.requireNonNullElse(account.accountId(), NO_ACCOUNT));
    putIfKnown(auth, "chatgpt_plan_type", account.planType());
    auth.put("chatgpt_user_id", "user-placeholder");
    auth.put("user_id", "user-placeholder");
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", ISSUER);
    claims.put("sub", "auth0|placeholder");
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put("jti", PlaceholderMark.letters(32, random));
    claims.put("https://api.openai.com/auth", auth);
    return claims;
  }

  private String token(Map<String, Object> claims) {
    var header = new LinkedHashMap<String, Object>();
    header.put("alg", "RS256");
    header.put("kid", "paddock-placeholder");
    header.put("typ", "JWT");
    return encoded(header)
        + "."
        + encoded(claims)
        + "."
        + PlaceholderMark.letters(SIGNATURE - PlaceholderMark.LENGTH, random)
        + PlaceholderMark.ending(random);
  }

  private static String encoded(Map<String, Object> part) {
    try {
      var json = Json.mapper().writeValueAsString(part);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a placeholder is not JSON", e);
    }
  }

  private static void putIfKnown(Map<String, Object> claims, String name, @Nullable String value) {
    if (value != null) {
      claims.put(name, value);
    }
  }
}
