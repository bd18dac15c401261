package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialState;
import dev.paddock.credential.Secret;
import dev.paddock.proxy.rule.Placement;
import dev.paddock.proxy.rule.Placement.ApiKey;
import dev.paddock.proxy.scrub.SecretForms;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CredentialSwapTest {
  private final DefaultHttpHeaders headers = new DefaultHttpHeaders();
  private final Secret secret = Secret.of("the-real-one");

  @Test
  void putsTheTokenBehindTheSchemeThatTheClientWrote() {
    headers.add("authorization", "token placeholder");
    put(new Placement.Token("token"), ApiKey.KEEP);
    assertThat(headers.getAll("Authorization")).containsExactly("token the-real-one");
    put(new Placement.Token(""), ApiKey.KEEP);
    assertThat(headers.getAll("Authorization")).containsExactly("the-real-one");
  }

  @Test
  void putsTheTokenAsUserOrAsPassword() {
    put(new Placement.Basic("x-access-token", null), ApiKey.KEEP);
    assertThat(basic()).isEqualTo("x-access-token:the-real-one");
    put(new Placement.Basic(null, "é"), ApiKey.KEEP);
    assertThat(basic()).isEqualTo("the-real-one:é");
  }

  @Test
  void putsTheTokenAsApiKeyOrTakesThePlaceholderOut() {
    headers.add("X-Api-Key", "placeholder");
    put(null, ApiKey.REPLACE);
    assertThat(headers.getAll("x-api-key")).containsExactly("the-real-one");
    put(new Placement.Token("Bearer"), ApiKey.REMOVE);
    assertThat(headers.contains("x-api-key")).isFalse();
    headers.add("x-api-key", "mine");
    put(new Placement.Token("Bearer"), ApiKey.KEEP);
    assertThat(headers.get("x-api-key")).isEqualTo("mine");
  }

  @Test
  void tellsClaudesApiOnceToExpectALogin() {
    var placement = new Placement(new Placement.Token("Bearer"), ApiKey.REMOVE, true);
    CredentialSwap.put(headers, secret, placement);
    assertThat(headers.getAll("anthropic-beta")).containsExactly("oauth-2025-04-20");
    CredentialSwap.put(headers, secret, placement);
    assertThat(headers.getAll("anthropic-beta")).containsExactly("oauth-2025-04-20");
    headers.set("Anthropic-Beta", List.of("a,b", "c"));
    CredentialSwap.put(headers, secret, placement);
    assertThat(headers.getAll("anthropic-beta")).containsExactly("a,b,c,oauth-2025-04-20");
  }

  @Test
  void takesOffOnlyTheHeaderWithThePlaceholder() {
    headers.add("Authorization", "token placeholder").add("x-api-key", "mine");
    CredentialSwap.remove(headers, new Placement(new Placement.Token("token"), ApiKey.KEEP, false));
    assertThat(headers.contains("authorization")).isFalse();
    assertThat(headers.get("x-api-key")).isEqualTo("mine");
    CredentialSwap.remove(headers, new Placement(null, ApiKey.REPLACE, false));
    assertThat(headers.isEmpty()).isTrue();
  }

  @Test
  void findsTheTokenAgainInAnAnswersHeaders() {
    var put = put(new Placement.Token("Bearer"), ApiKey.KEEP);
    var answer = new DefaultHttpHeaders();
    answer.add("Set-Cookie", "a=1").add("Set-Cookie", "t=the-real-one; Path=/").add("X-Y", "z");
    assertThat(put.removeFrom(answer)).isTrue();
    assertThat(answer.getAll("Set-Cookie")).isEqualTo(List.of("a=1", "t=placeholder; Path=/"));
    assertThat(put.removeFrom(answer)).isFalse();
    assertThat(put.toString()).doesNotContain("real");
  }

  private PutCredential put(Placement.@Nullable Authorization authorization, ApiKey apiKey) {
    var token = CredentialSwap.put(headers, secret, new Placement(authorization, apiKey, false));
    var forms = SecretForms.of(token.toByteArray(), "placeholder");
    return new PutCredential(token, forms, () -> new CredentialState.Present(secret.copy(), null));
  }

  private String basic() {
    var value = String.valueOf(headers.get("authorization"));
    assertThat(value).startsWith("Basic ");
    return new String(Base64.getDecoder().decode(value.substring(6)), StandardCharsets.ISO_8859_1);
  }
}
