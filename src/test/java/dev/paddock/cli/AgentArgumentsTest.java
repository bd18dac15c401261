package dev.paddock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.agent.ClaudeCode;
import dev.paddock.base.ByteSize;
import dev.paddock.proxy.rule.HostPattern;
import dev.paddock.proxy.rule.NetworkMode;
import dev.paddock.session.NetworkRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentArgumentsTest {
  private static final Path HERE = Path.of("/work dir");

  @Test
  void theNetworkIsChosenByFlags() throws Exception {
    var parsed =
        parse(
            "--network=listed",
            "--allow-host",
            "Intra.Example.",
            "--allow-host=*.corp.example",
            "--only-our-credentials",
            "-p");
    assertThat(parsed.request().network())
        .isEqualTo(
            new NetworkRequest(
                NetworkMode.LISTED,
                Set.of(HostPattern.exactly("intra.example"), HostPattern.below("corp.example")),
                true));
    assertThat(parsed.request().arguments()).containsExactly("-p");
    assertThatThrownBy(() -> parse("--network", "closed")).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> parse("--allow-host", "127.0.0.1")).isInstanceOf(UsageException.class);
  }

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
