package dev.paddock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Json;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaudeCodeTest {
  private final ClaudeCode claude = new ClaudeCode();
  private final Placeholders placeholders = new Placeholders(new SecureRandom());

  @Test
  void thePersonsModelComesLaterAndWins() {
    var command = claude.command(List.of("--model", "sonnet", "-p", "x"));
    assertThat(command.argv())
        .containsExactly(
            "claude",
            "--dangerously-skip-permissions",
            "--model",
            "opus[1m]",
            "--model",
            "sonnet",
            "-p",
            "x");
    assertThat(command.environment()).containsEntry("IS_SANDBOX", "1");
  }

  @Test
  void theGuestHoldsPlaceholdersThatNeverNeedARefresh() throws Exception {
    var file = file(Set.of(CredentialKind.CLAUDE), ".claude/.credentials.json");
    var login = Json.mapper().readTree(file.content()).get("claudeAiOauth");
    assertThat(login.get("accessToken").asText())
        .isEqualTo(placeholders.accessToken(CredentialKind.CLAUDE));
    assertThat(Instant.ofEpochMilli(login.get("expiresAt").asLong()))
        .isAfter(Instant.now().plus(Duration.ofDays(3000)));
  }

  @Test
  void withoutALoginTheGuestGetsNoCredentialFile() {
    assertThat(claude.guestFiles(facts(Set.of())))
        .noneMatch(f -> f.path().endsWith(".credentials.json"));
  }

  @Test
  void theProjectFolderIsTrusted() throws Exception {
    var state = Json.mapper().readTree(file(Set.of(), ".claude.json").content());
    assertThat(state.at("/projects/~1my project/hasTrustDialogAccepted").asBoolean()).isTrue();
  }

  private GuestFile file(Set<CredentialKind> usable, String path) {
    return claude.guestFiles(facts(usable)).stream()
        .filter(f -> f.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private GuestFacts facts(Set<CredentialKind> usable) {
    return new GuestFacts(
        Path.of("/my project"), Path.of("/state"), placeholders, usable, "# This machine\n");
  }
}
