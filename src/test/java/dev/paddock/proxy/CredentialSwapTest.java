package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.Secret;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialSwapTest {
  private final DefaultHttpHeaders headers = new DefaultHttpHeaders();
  private final Secret secret = Secret.of("the-real-one");

  @Test
  void setsTheBearerWhateverSchemeWasThere() {
    headers.add("authorization", "token placeholder");
    CredentialSwap.put(headers, secret, "placeholder");
    assertThat(headers.getAll("Authorization")).containsExactly("Bearer the-real-one");
  }

  @Test
  void takesThePlaceholderOutOfTheApiKeyButNotTheClientsOwn() {
    headers.add("x-api-key", "placeholder");
    CredentialSwap.put(headers, secret, "placeholder");
    assertThat(headers.contains("x-api-key")).isFalse();
    headers.add("X-Api-Key", "mine");
    CredentialSwap.put(headers, secret, "placeholder");
    assertThat(headers.get("x-api-key")).isEqualTo("mine");
  }

  @Test
  void findsTheTokenAgainInAnAnswersHeaders() {
    var put = CredentialSwap.put(headers, secret, "placeholder");
    var answer = new DefaultHttpHeaders();
    answer.add("Set-Cookie", "a=1").add("Set-Cookie", "t=the-real-one; Path=/").add("X-Y", "z");
    assertThat(put.removeFrom(answer)).isTrue();
    assertThat(answer.getAll("Set-Cookie")).isEqualTo(List.of("a=1", "t=placeholder; Path=/"));
    assertThat(put.removeFrom(answer)).isFalse();
    assertThat(put.toString()).doesNotContain("real");
  }
}
