package dev.paddock.proxy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import java.security.SecureRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OURS and OLD stand for the refresh placeholders of this session and of another. */
class RefreshOwnerTest {
  private final Placeholders placeholders = new Placeholders(new SecureRandom());
  private final Placeholders old = new Placeholders(new SecureRandom());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"OURS\"} | HOST",
        "{\"refresh_token\":\"\\u0072t_OWN\"} | GUEST",
        "{\"refresh_token\":\"OLD\"} | ANOTHER_SESSION",
        "{\"refresh_token\":\"mine\",\"client_id\":\"x\"} | GUEST",
        "{\"grant_type\":\"authorization_code\",\"code\":\"c\"} | GUEST",
        "{\"grant_type\":\"refresh_token\"} | HOST",
        "{\"refresh_token\":\"\"} | HOST",
        "{\"refresh_token\":7} | HOST",
        "{} | HOST",
        "{ damaged | HOST",
        "'' | HOST",
        "grant_type=refresh_token&refresh_token=OURS | HOST",
        "refresh_token=%72OLD&grant_type=refresh_token | ANOTHER_SESSION",
        "grant_type=refresh_token&refresh_token=mine | GUEST",
        "grant_type=authorization_code&code=c | GUEST",
        "grant_type=refresh_token | HOST",
        "refresh_token=% | GUEST",
        "x_refresh_token=mine | HOST",
      })
  void isToldByTheBody(String body, RefreshOwner owner) {
    var filled =
        body.replace("OURS", placeholders.refreshToken(CredentialKind.CODEX))
            .replace("OLD", old.refreshToken(CredentialKind.CLAUDE));
    assertThat(RefreshOwner.of(filled, placeholders)).isEqualTo(owner);
  }
}
