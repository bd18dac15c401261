package dev.paddock.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
  private static final byte[] BYTES = "hunter2".getBytes(StandardCharsets.US_ASCII);

  @Test
  void neverShowsItselfInText() {
    var secret = Secret.of(BYTES);
    assertThat(secret.toString()).doesNotContain("hunter2");
    assertThat(new CredentialState.Present(secret, null).toString()).doesNotContain("hunter2");
  }

  @Test
  void keepsItsOwnCopyOfTheBytes() {
    var mine = BYTES.clone();
    var secret = Secret.of(mine);
    mine[0] = 'X';
    secret.bytes()[0] = 'Y';
    assertThat(secret.matches(BYTES)).isTrue();
  }

  @Test
  void cannotBeReadOnceItIsClosed() {
    var secret = Secret.of(BYTES);
    var copy = secret.copy();
    secret.close();
    secret.close();
    assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class);
    assertThat(secret.matches(BYTES)).isFalse();
    assertThat(secret.matches(new byte[BYTES.length])).isFalse();
    assertThat(copy.matches(BYTES)).isTrue();
  }

  @Test
  void equalsByItsBytesAndHashesWithoutThem() {
    var secret = Secret.of(BYTES);
    assertThat(secret).isEqualTo(Secret.of("hunter2")).isNotEqualTo(Secret.of("hunter3"));
    assertThat(secret.hashCode()).isEqualTo(Secret.of("other").hashCode());
  }
}
