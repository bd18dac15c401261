package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicSecretTest {
  private final BasicSecret secret = new BasicSecret(new SecureRandom());

  @Test
  void acceptsItsOwnUserAndSecretInAnyCaseOfTheScheme() {
    var right = encoded(secret.user() + ":" + secret.secret());
    assertThat(secret.matches("Basic " + right)).isTrue();
    assertThat(secret.matches("basic  " + right)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic ", "Basic !", "Bearer x", "Basic cGFkZG9jazo="})
  void refusesAllElse(String header) {
    assertThat(secret.matches(header)).isFalse();
  }

  @Test
  void refusesTheSecretOfAnother() {
    var other = new BasicSecret(new SecureRandom());
    assertThat(secret.matches("Basic " + encoded(other.user() + ":" + other.secret()))).isFalse();
    assertThat(secret.matches("Basic " + encoded("root:" + secret.secret()))).isFalse();
    assertThat(secret.toString()).doesNotContain(secret.secret());
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
