package dev.paddock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Json;
import dev.paddock.credential.CodexAccount;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgentsTest {
  private static final Set<CredentialKind> ALL = EnumSet.allOf(CredentialKind.class);

  private final Placeholders placeholders =
      new Placeholders(
          new SecureRandom(), new CodexAccount("acct-7", null, "plus", "ada@example.org"));

  static List<Agent> all() {
    return Agents.builtIn().all();
  }

  @ParameterizedTest
  @CsvSource({
    "claude, claude --dangerously-skip-permissions --model opus[1m]",
    "opencode, opencode",
    "codex, codex --dangerously-bypass-approvals-and-sandbox -c features.daemon_auto_start=false",
    "copilot, copilot --yolo",
    "shell, bash -l",
  })
  void startsAsAgentVmDidAndPassesAllArgumentsOnInOrder(String id, String start) {
    var words = List.of("-x", "a b", "--model", "m", "");
    var argv = agent(id).command(words).argv();
    assertThat(String.join(" ", argv.subList(0, argv.size() - words.size()))).isEqualTo(start);
    assertThat(argv.subList(argv.size() - words.size(), argv.size())).isEqualTo(words);
  }

  @ParameterizedTest
  @MethodSource("all")
  void holdsNoPlaceholderOfALoginThatIsNotThere(Agent agent) {
    var facts = facts(Set.of());
    assertThat(agent.environment(facts).values()).noneMatch(placeholders::occursIn);
    assertThat(agent.guestFiles(facts)).noneMatch(f -> placeholders.occursIn(f.content()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void holdsAPlaceholderOfEachLoginThatIsThere(Agent agent) {
    for (var kind : agent.credentials()) {
      var facts = facts(Set.of(kind));
      var told = agent.guestFiles(facts).toString() + agent.environment(facts);
      assertThat(told).as("%s in %s", kind, agent.id()).contains(placeholders.accessToken(kind));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whateverIsKeptBetweenSessionsIsNamedOnce(Agent agent) {
    assertThat(agent.stateLinks()).extracting(StateLink::home).doesNotHaveDuplicates();
    assertThat(agent.guestFiles(facts(ALL))).extracting(GuestFile::path).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void toldAboutItsMachineInAFileThatItReads(Agent agent) {
    assertThat(agent.guestFiles(facts(ALL)))
        .filteredOn(f -> f.content().contains("# This machine"))
        .isNotEmpty()
        .allMatch(f -> f.rule() == GuestFile.Rule.PART && f.path().endsWith(".md"));
  }

  @Test
  void anOpenAiKeyWinsOverAChatGptLogin() throws Exception {
    for (var id : List.of("codex", "opencode")) {
      var agent = agent(id);
      var facts = facts(Set.of(CredentialKind.CODEX, CredentialKind.OPENAI));
      assertThat(agent.environment(facts))
          .containsEntry("OPENAI_API_KEY", placeholders.accessToken(CredentialKind.OPENAI));
      assertThat(agent.guestFiles(facts))
          .noneMatch(f -> f.content().contains(placeholders.accessToken(CredentialKind.CODEX)));
    }
  }

  @Test
  void codexNamesTheHostsWorkspace() throws Exception {
    var login =
        Json.mapper().readTree(file("codex", Set.of(CredentialKind.CODEX), ".codex/auth.json"));
    assertThat(login.at("/tokens/account_id").asText()).isEqualTo("acct-7");
    assertThat(login.get("auth_mode").asText()).isEqualTo("chatgpt");
    assertThat(file("codex", Set.of(), ".codex/auth.json")).isEmpty();
  }

  @Test
  void codexTrustsTheProjectWhateverItsName() {
    assertThat(file("codex", Set.of(), ".codex/config.toml"))
        .contains("[projects.\"/my \\\"odd\\\\ project\"]\ntrust_level = \"trusted\"")
        .contains("sandbox_mode = \"danger-full-access\"", "approval_policy = \"never\"");
  }

  @Test
  void openCodeFindsItsConfigurationInTheStateFolder() {
    assertThat(agent("opencode").environment(facts(ALL)))
        .containsEntry("OPENCODE_CONFIG", "/state/opencode-config/opencode.json");
  }

  @Test
  void aShellIsSetUpForAllAgentsOrForOne() {
    var shell = (PlainShell) agent("shell");
    assertThat(shell.credentials())
        .containsExactlyInAnyOrder(
            CredentialKind.CLAUDE,
            CredentialKind.CODEX,
            CredentialKind.OPENAI,
            CredentialKind.COPILOT);
    assertThat(shell.only("copilot").orElseThrow().credentials())
        .containsExactly(CredentialKind.COPILOT);
    assertThat(shell.only("shell")).isEmpty();
  }

  private String file(String id, Set<CredentialKind> usable, String path) {
    return agent(id).guestFiles(facts(usable)).stream()
        .filter(f -> f.path().equals(path))
        .findFirst()
        .orElseThrow()
        .content();
  }

  private static Agent agent(String id) {
    return Agents.builtIn().find(id).orElseThrow();
  }

  private GuestFacts facts(Set<CredentialKind> usable) {
    return new GuestFacts(
        Path.of("/my \"odd\\ project"),
        Path.of("/state"),
        placeholders,
        usable,
        "# This machine\n");
  }
}
