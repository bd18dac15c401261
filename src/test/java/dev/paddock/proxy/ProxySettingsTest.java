package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.proxy.connect.DialPolicy;
import dev.paddock.proxy.connect.Resolver;
import dev.paddock.proxy.rule.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {
  @TempDir Path folder;

  @Test
  void goesDirectWithoutSettings() throws Exception {
    assertThat(ProxySettings.fromEnvironment(Map.of("AI_HTTPS_PROXY", "", "AI_SSL_CERT_FILE", "")))
        .isEqualTo(ProxySettings.direct());
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy.example:3128, proxy.example, 3128, false, ",
    "http://proxy.example, proxy.example, 80, false, ",
    "https://proxy.example/, proxy.example, 443, true, ",
    "proxy.example:3128, proxy.example, 3128, false, ",
    "http://u:p@127.0.0.1:8080, 127.0.0.1, 8080, false, u:p",
    "HTTPS://user%40corp:p%3Aa%20s+s@proxy.example:8443, proxy.example, 8443, true, user@corp:p:a s+s",
    "http://user@proxy.example:1, proxy.example, 1, false, user:",
  })
  void readsTheUsersProxy(String url, String host, int port, boolean tls, String login)
      throws Exception {
    var proxy =
        Optional.ofNullable(ProxySettings.fromEnvironment(Map.of("AI_HTTPS_PROXY", url)).aiProxy())
            .orElseThrow();
    assertThat(proxy.target()).isEqualTo(new Target(host, port));
    assertThat(proxy.tls()).isEqualTo(tls);
    var basic = proxy.basic();
    var sent =
        basic == null
            ? null
            : new String(Base64.getDecoder().decode(basic.bytes()), StandardCharsets.UTF_8);
    assertThat(sent).isEqualTo(login);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://user:hunter2@h:1",
        "http://",
        "http://user:hunter2@",
        "http://user:hunter2@h:99999",
        "http://user:hunter2@h h:1",
        "http://user:hunter2%zz@h:1",
        "ftp://h"
      })
  void explainsAUrlThatItCannotUseWithoutQuotingIt(String url) {
    assertThatThrownBy(() -> ProxySettings.fromEnvironment(Map.of("AI_HTTPS_PROXY", url)))
        .isInstanceOfSatisfying(
            ProxySettingsException.class,
            e ->
                assertThat(e.explain().lines() + e.getMessage())
                    .contains("AI_HTTPS_PROXY")
                    .doesNotContain("hunter2"));
  }

  @Test
  void neverShowsThePassword() throws Exception {
    var settings =
        ProxySettings.fromEnvironment(Map.of("AI_HTTPS_PROXY", "http://user:hunter2@h:1"));
    assertThat(settings.toString())
        .doesNotContain("hunter2")
        .doesNotContain(
            Base64.getEncoder().encodeToString("user:hunter2".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void explainsACertificateFileThatItCannotUse() throws Exception {
    for (var file :
        new Path[] {folder.resolve("missing.pem"), Files.writeString(folder.resolve("x"), "x")}) {
      var settings = ProxySettings.fromEnvironment(Map.of("AI_SSL_CERT_FILE", file.toString()));
      assertThatThrownBy(
              () -> new ProxyServer(settings, Resolver.system(), DialPolicy.publicOnly()).close())
          .isInstanceOfSatisfying(
              ProxySettingsException.class,
              e -> assertThat(e.explain().what()).contains(file.getFileName().toString()));
    }
  }
}
