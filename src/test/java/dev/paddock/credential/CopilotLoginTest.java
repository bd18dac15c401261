package dev.paddock.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopilotLoginTest {
  @TempDir Path home;

  @Test
  void readsEachPlaceWhereALoginWasEverKept() throws IOException {
    write(
        ".config/github-copilot/hosts.json",
        "{\"github.com\":{\"user\":\"u\",\"oauth_token\":\"gho_hosts\"}}");
    assertThat(Texts.of(login().current())).isEqualTo("gho_hosts");
    write(
        ".config/github-copilot/apps.json",
        """
        {"ghe.example.org:Iv1.x":{"oauth_token":"gho_elsewhere"},\
        "github.com:Iv1.x":{"user":"u","oauth_token":"gho_apps","githubAppId":"Iv1.x"}}\
        """);
    assertThat(Texts.of(login().current())).isEqualTo("gho_apps");
    write(
        ".copilot/config.json",
        """
        // This file is managed automatically.
        {"trusted_folders":["/"],"last_logged_in_user":{"host":"https://github.com","login":"u"},
         "copilot_tokens":{"https://ghe.example.org:u":"gho_elsewhere","https://github.com:u":"gho_cli"}}
        """);
    assertThat(Texts.of(login().current())).isEqualTo("gho_cli");
    write(".cache/claude-vm/copilot-token.json", "{\"access_token\":\"gho_cache\"}");
    assertThat(Texts.of(login().current())).isEqualTo("gho_cache");
  }

  @Test
  void neverTakesTheTokenOfAnotherServer() throws IOException {
    write(
        ".config/github-copilot/apps.json",
        """
        {"github.com.example.org":{"oauth_token":"gho_a"},"notgithub.com":{"oauth_token":"gho_b"},\
        "https://ghe/github.com":"gho_c"}\
        """);
    assertThat(login().current()).isInstanceOf(CredentialState.Absent.class);
  }

  @Test
  void findsNothingInFilesWithoutALogin() throws IOException {
    assertThat(login().current()).isInstanceOf(CredentialState.Absent.class);
    write(".copilot/config.json", "{\"trusted_folders\":[\"/\"]}");
    write(".cache/claude-vm/copilot-token.json", "gho_secret");
    assertThat(login().current()).isInstanceOf(CredentialState.Absent.class);
    assertThat(login().current().toString()).doesNotContain("gho_secret");
  }

  @Test
  void looksWhereTheEnvironmentSays() throws IOException {
    write("elsewhere/config.json", "{\"copilot_tokens\":{\"https://github.com:u\":\"gho_1\"}}");
    var environment = Map.of("COPILOT_HOME", home.resolve("elsewhere").toString());
    assertThat(Texts.of(new CopilotLogin(environment, home, Clock.systemUTC()).current()))
        .isEqualTo("gho_1");
  }

  private CopilotLogin login() {
    return new CopilotLogin(Map.of(), home, Clock.systemUTC());
  }

  private void write(String name, String content) throws IOException {
    var file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
