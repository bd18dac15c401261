package dev.paddock.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.session.StepName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of the real command line at each point of a session's life. */
@Tag("vm")
class KillVmIT {
  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final String WORK = "echo done >result.txt; sync; touch running; sleep 1000";

  @TempDir Path folder;

  private VmLab lab;
  private Path project;
  private Map<String, String> environment;

  @BeforeEach
  void setUp() throws Exception {
    lab = VmLab.require();
    project = Files.createDirectories(folder.resolve("my project"));
    Files.writeString(project.resolve("precious.txt"), "mine");
    var home = Files.createDirectory(folder.resolve("home"));
    environment =
        Map.of(
            "HOME", home.toString(), "AGENT_VM_STATE_DIR", folder.resolve("agent-vm").toString());
  }

  @ParameterizedTest
  @EnumSource(StepName.class)
  void afterAnyStepTheNextStartRemovesEverything(StepName step) throws Exception {
    var session = start();
    session.awaitError("✓ " + step.label(), LIMIT);
    session.killHard();
    assertTheNextStartRemovesEverything();
  }

  @Test
  void whileTheVmStartsTheNextStartRemovesEverything() throws Exception {
    var session = start();
    session.awaitError("✓ " + StepName.CLONE.label(), LIMIT);
    session.await(() -> vmRuns(), LIMIT, "QEMU");
    session.killHard();
    assertTheNextStartRemovesEverything();
  }

  @Test
  void whileTheAgentWorksNothingThatItWroteIsLost() throws Exception {
    var session = start();
    session.await(() -> Files.exists(project.resolve("running")), LIMIT, "the agent");
    session.killHard();
    assertTheNextStartRemovesEverything();
    assertThat(project.resolve("result.txt")).hasContent("done\n");
  }

  @Test
  void whileItIsTakenDownTheNextStartRemovesTheRest() throws Exception {
    var session = start();
    session.await(() -> Files.exists(project.resolve("running")), LIMIT, "the agent");
    session.terminate();
    session.await(() -> leaseSays("STOPPING"), Duration.ofSeconds(30), "its end");
    session.killHard();
    assertTheNextStartRemovesEverything();
  }

  @Test
  void aTerminatedSessionLeavesNothingByItself() throws Exception {
    var session = start();
    session.await(() -> Files.exists(project.resolve("running")), LIMIT, "the agent");
    session.terminate();
    session.await(LIMIT);
    HostTraces.assertNone(lab);
  }

  private CliSession start() throws Exception {
    return CliSession.start(lab, project, environment, "shell", "-c", WORK);
  }

  private void assertTheNextStartRemovesEverything() throws Exception {
    var next = CliSession.start(lab, project, environment, "list");
    assertThat(next.await(Duration.ofMinutes(1))).as("%s", next.errors()).isZero();
    assertThat(next.output()).containsExactly("No sessions are running.");
    HostTraces.assertNone(lab);
    assertThat(project.resolve("precious.txt")).hasContent("mine");
  }

  private boolean vmRuns() {
    return HostTraces.processes(lab.home()).stream().anyMatch(c -> c.contains("qemu-system"));
  }

  private boolean leaseSays(String state) {
    try (var leases = Files.newDirectoryStream(lab.home().resolve("state/leases"), "*.json")) {
      for (var lease : leases) {
        if (Files.readString(lease).contains("\"" + state + "\"")) {
          return true;
        }
      }
    } catch (IOException e) {
      // Removed meanwhile.
    }
    return false;
  }
}
