package dev.paddock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.agent.ClaudeCode;
import dev.paddock.base.ByteSize;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentArgumentsTest {
  private static final Path HERE = Path.of("/work dir");

  @Test
  void passesAllOtherWordsOnInTheirOrder() throws Exception {
    var parsed =
        parse("-p", "fix --memory", "--model=sonnet", "--memory", "8", "--help", "--", "-x");
    assertThat(parsed.request().arguments())
        .containsExactly("-p", "fix --memory", "--model=sonnet", "--help", "--", "-x");
    assertThat(parsed.request().memory()).contains(ByteSize.ofGiB(8));
  }

  @Test
  void takesOurFlagsWhereverTheyStand() throws Exception {
    var parsed =
        parse("--no-git", "x", "--mount=../a b", "--mount", "/c", "--dry-run", "--trust-runtime");
    assertThat(parsed.request().mounts()).containsExactly(HERE.resolve("../a b"), Path.of("/c"));
    assertThat(parsed.request().git()).isFalse();
    assertThat(parsed.dryRun()).isTrue();
    assertThat(parsed.trustRuntime()).isTrue();
    assertThat(parsed.request().arguments()).containsExactly("x");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> parse("--mount"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--mount needs a value");
    assertThatThrownBy(() -> parse("--memory", "lots"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'lots' is not a size");
  }

  private static AgentArguments parse(String... words) throws UsageException {
    return AgentArguments.parse(new ClaudeCode(), HERE, List.of(words));
  }
}
