package dev.paddock.session.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.Agent;
import dev.paddock.agent.GuestFacts;
import dev.paddock.agent.StateLink;
import dev.paddock.base.Command;
import dev.paddock.base.HostCommands;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Fills a folder as the home folder of an agent's user in a VM, by the real script. */
public final class GuestHome {
  private GuestHome() {}

  /** Writes what the agent wants to find, and links its history to the state folder. */
  public static void fill(Path home, Agent agent, GuestFacts facts) throws Exception {
    var script = new PrepareScript(Instant.now());
    for (var folder : StateLink.folders(agent.stateLinks())) {
      Files.createDirectories(facts.stateFolder().resolve(folder));
    }
    agent.stateLinks().forEach(link -> script.link(facts.stateFolder(), link));
    agent.guestFiles(facts).forEach(script::file);
    var result =
        new HostCommands()
            .run(
                Command.of("bash", "-s").with("HOME", home.toString()),
                script.homeScript().getBytes(StandardCharsets.UTF_8));
    assertThat(result.exitCode()).as(result.errors()).isZero();
  }
}
