package dev.paddock.proxy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paddock.agent.Agent;
import dev.paddock.agent.Agents;
import dev.paddock.agent.GuestFacts;
import dev.paddock.base.Json;
import dev.paddock.fake.DemonstrationMessages;
import dev.paddock.fake.DemonstrationResponses;
import dev.paddock.fake.FakeChatGpt;
import dev.paddock.fake.FakeCopilot;
import dev.paddock.fake.Site;
import dev.paddock.session.guest.GuestHome;
import dev.paddock.terminal.TerminalEnvironment;
import dev.paddock.terminal.TerminalSize;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An agent's home, project and internet, as in a session's VM. */
final class RecordingStage implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(40);
  private static final String CONTENT = "OPENCODE_CONFIG_CONTENT";

  private final RecordedAgent recorded;
  private final Agent agent;
  private final Path project;
  private final ClientLab lab;
  private final ClientHome home;

  RecordingStage(Path folder, RecordedAgent recorded) throws Exception {
    this.recorded = recorded;
    agent = Agents.builtIn().find(recorded.id()).orElseThrow();
    project = Files.createDirectory(folder.resolve("my-app"));
    Files.writeString(project.resolve("Main.java"), "class Main {}\n");
    var login = new HostLogin("REAL-canary-of-" + recorded.kind().id());
    lab = new ClientLab(folder, Map.of(recorded.kind(), login), sites(login));
    lab.internet().pace(PACE);
    home = lab.home();
    var state = Files.createDirectory(folder.resolve("state"));
    var facts =
        new GuestFacts(
            project, state, lab.placeholders(), Set.of(recorded.kind()), "# This machine\n");
    GuestHome.fill(home.path(""), agent, facts);
    agent.command(List.of()).environment().forEach(home::with);
    agent.environment(facts).forEach(home::with);
    TerminalEnvironment.guest("1.0").forEach(home::with);
    home.with("LANG", "C.UTF-8");
    askFirst();
  }

  RecordedRun start(TerminalSize size) throws Exception {
    var argv = new ArrayList<>(agent.command(recorded.arguments()).argv());
    argv.removeAll(recorded.without());
    argv.set(0, RealClient.named("PADDOCK_TEST_" + recorded.name()));
    argv.addAll(0, List.of("/usr/bin/env", "-C", project.toString()));
    return new RecordedRun(size, argv, home.environment());
  }

  /** What a recording must not hold. */
  Set<String> secrets() throws IOException {
    var secrets = new HashSet<>(lab.placeholders().byName().values());
    var proxy = URI.create(home.environment().getOrDefault("HTTPS_PROXY", ""));
    secrets.add(proxy.getUserInfo());
    secrets.add(InetAddress.getLocalHost().getHostName());
    return secrets;
  }

  String requests() {
    return lab.internet().requests().toString();
  }

  @Override
  public void close() {
    lab.internet().close();
  }

  /** Paddock lets OpenCode do everything by its configuration; variables come after that. */
  private void askFirst() throws IOException {
    if (recorded == RecordedAgent.OPENCODE) {
      var content =
          (ObjectNode) Json.mapper().readTree(home.environment().getOrDefault(CONTENT, "{}"));
      content.putObject("permission").put("bash", "ask");
      home.with(CONTENT, content.toString()).with("OPENCODE_DISABLE_MODELS_FETCH", "1");
    }
  }

  private static Map<String, Site> sites(HostLogin login) {
    var messages = new DemonstrationMessages();
    var responses = new DemonstrationResponses();
    var copilot = new FakeCopilot(messages).only(login);
    var chatGpt = new FakeChatGpt(responses, ClientLab.ACCOUNT, "https://chatgpt.com").only(login);
    return Map.of(
        "api.anthropic.com", messages.only(login),
        "chatgpt.com", chatGpt,
        "api.github.com", copilot,
        "api.individual.githubcopilot.com", copilot);
  }
}
