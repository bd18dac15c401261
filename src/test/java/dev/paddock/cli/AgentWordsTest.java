package dev.paddock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paddock.agent.Agent;
import dev.paddock.agent.Agents;
import dev.paddock.credential.CredentialKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentWordsTest {
  private final Agent shell = Agents.builtIn().find("shell").orElseThrow();
  private final Agent claude = Agents.builtIn().find("claude").orElseThrow();

  @Test
  void aShellTakesAnAgentsName() throws Exception {
    var words = AgentWords.of(shell, List.of("codex", "-c", "true"));
    assertThat(words.agent().id()).isEqualTo("shell");
    assertThat(words.agent().credentials())
        .containsExactlyInAnyOrder(CredentialKind.CODEX, CredentialKind.OPENAI);
    assertThat(words.words()).containsExactly("-c", "true");
  }

  @Test
  void withoutANameItIsSetUpForAll() throws Exception {
    for (var given : List.of(List.<String>of(), List.of("--no-git", "codex"))) {
      var words = AgentWords.of(shell, given);
      assertThat(words.agent()).isSameAs(shell);
      assertThat(words.words()).isEqualTo(given);
    }
  }

  @Test
  void anUnknownNameIsRefusedWithTheFour() {
    var refused =
        catchThrowableOfType(UsageException.class, () -> AgentWords.of(shell, List.of("vim")));
    assertThat(refused.explain().what()).contains("'vim'");
    assertThat(refused.explain().fix()).contains("claude, opencode, codex, copilot");
  }

  @Test
  void anAgentsOwnWordsAreItsOwn() throws Exception {
    assertThat(AgentWords.of(claude, List.of("codex")).words()).containsExactly("codex");
  }
}
