package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.Agent;
import dev.paddock.agent.Agents;
import dev.paddock.agent.GuestFacts;
import dev.paddock.credential.CredentialKind;
import dev.paddock.fake.FakeChatGpt;
import dev.paddock.fake.FakeCopilot;
import dev.paddock.fake.FakeMessages;
import dev.paddock.fake.FakeResponses;
import dev.paddock.fake.Site;
import dev.paddock.fake.SiteRequest;
import dev.paddock.session.guest.GuestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The agents' real programs, with the home folder, variables and command line that Paddock gives
 * them in a VM, in each of their ways to sign in.
 */
@Tag("loopback")
class AgentsIT {
  private static final String ANSWER = "Hello from the model.";

  @TempDir Path folder;

  private Path project;
  private Path state;
  private final List<ClientLab> labs = new ArrayList<>();

  @BeforeEach
  void makeFolders() throws Exception {
    project = Files.createDirectory(folder.resolve("my \"project\""));
    state = Files.createDirectory(folder.resolve("state folder"));
  }

  @AfterEach
  void stop() throws Exception {
    for (var lab : labs) {
      lab.close();
    }
  }

  /** The second session has a new home folder and new placeholders: only the state folder stays. */
  @ParameterizedTest
  @CsvSource({
    "claude, CLAUDE, -p, --continue -p",
    "opencode, CLAUDE, run --model anthropic/claude-sonnet-4-5, run --continue",
    "opencode, CODEX, run --model openai/gpt-5.5, run --continue",
    "opencode, OPENAI, run --model openai/gpt-5.5, run --continue",
    "opencode, COPILOT, run --model github-copilot/" + FakeCopilot.MODEL + ", run --continue",
    "codex, CODEX, exec --skip-git-repo-check, exec --skip-git-repo-check resume --last",
    "codex, OPENAI, exec --skip-git-repo-check, exec --skip-git-repo-check resume --last",
    "copilot, COPILOT, --model "
        + FakeCopilot.MODEL
        + " -p, --model "
        + FakeCopilot.MODEL
        + " --continue -p",
  })
  void answersAndIsResumedInAFreshHome(String id, CredentialKind kind, String first, String second)
      throws Exception {
    var agent = Agents.builtIn().find(id).orElseThrow();
    var login = new HostLogin(real(kind));
    new Session("first", agent, kind, login).answers(first, "say hello to the first");
    var history = files(state);
    var resumed = new Session("second", agent, kind, login);
    resumed.answers(second, "say hello to the second");
    assertThat(resumed.sawPromptOf("first") || id.equals("codex"))
        .as("the model was told of the first session")
        .isTrue();
    assertThat(files(state)).as("the same history goes on").containsAll(history);
    assertThat(ClientHome.filesWith(state, real(kind))).isEmpty();
  }

  /** One VM's worth of a session. */
  private final class Session {
    private final Agent agent;
    private final ClientLab lab;
    private final ClientHome home;

    Session(String name, Agent agent, CredentialKind kind, HostLogin login) throws Exception {
      this.agent = agent;
      lab =
          new ClientLab(
              Files.createDirectory(folder.resolve(name)), Map.of(kind, login), sites(login));
      labs.add(lab);
      home = lab.home();
      var facts =
          new GuestFacts(project, state, lab.placeholders(), Set.of(kind), "# This machine\n");
      GuestHome.fill(home.path(""), agent, facts);
      agent.command(List.of()).environment().forEach(home::with);
      agent.environment(facts).forEach(home::with);
    }

    void answers(String words, String prompt) throws Exception {
      var arguments = new ArrayList<>(List.of(words.split(" ", -1)));
      arguments.add(prompt);
      var argv = new ArrayList<>(agent.command(arguments).argv());
      argv.set(0, RealClient.named("PADDOCK_TEST_" + agent.id().toUpperCase(Locale.ROOT)));
      var result = home.runIn(project.toString(), argv.toArray(String[]::new));
      lab.assertAnswered(result, ANSWER);
    }

    boolean sawPromptOf(String which) {
      return lab.internet().requests().stream()
          .map(SiteRequest::body)
          .anyMatch(body -> body.contains("say hello to the " + which));
    }
  }

  private static Map<String, Site> sites(HostLogin login) {
    var messages = new FakeMessages(ANSWER);
    var responses = new FakeResponses(ANSWER, true);
    var copilot = new FakeCopilot(messages).only(login);
    var chatGpt = new FakeChatGpt(responses, ClientLab.ACCOUNT, "https://chatgpt.com").only(login);
    return Map.of(
        "api.anthropic.com", messages.only(login),
        "api.openai.com", responses.only(login),
        "chatgpt.com", chatGpt,
        "api.github.com", copilot,
        "api.githubcopilot.com", copilot,
        "api.individual.githubcopilot.com", copilot);
  }

  private static String real(CredentialKind kind) {
    return "REAL-canary-of-" + kind.id() + "-41f9";
  }

  private static List<String> files(Path root) throws Exception {
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .filter(AgentsIT::isHistory)
          .toList();
    }
  }

  private static boolean isHistory(String file) {
    return file.endsWith(".jsonl") || file.endsWith("opencode.db");
  }
}
