package dev.paddock.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.session.StepName;
import dev.paddock.ui.Drops;
import dev.paddock.ui.Fx;
import dev.paddock.ui.Samples;
import dev.paddock.ui.UiDemo;
import dev.paddock.ui.kit.ProgressItem;
import dev.paddock.ui.wizard.BuildStatus;
import dev.paddock.ui.wizard.SetupCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every screen once, on the way that people take, with pictures in {@code target/shots}. */
class WindowUiTest {
  @TempDir Path folder;
  private UiDemo demo;
  private Path project;

  @BeforeEach
  void open() throws Exception {
    project = Files.createDirectory(folder.resolve("my-app"));
    demo = new UiDemo(folder, 1000, 720);
  }

  @AfterEach
  void close() {
    demo.close();
  }

  @Test
  void home() throws Exception {
    for (var name : List.of("website", "billing-api", "my-app")) {
      var path = folder.resolve(name);
      Files.createDirectories(path);
      demo.recent.add(path);
    }
    demo.await("recent-0-claude");
    demo.await("template-card");
    demo.shoot("home");
    Fx.run(() -> Drops.over(demo.node("drop-zone"), List.of(project)));
    demo.shoot("home-drag");
  }

  @Test
  void launch() throws Exception {
    Fx.run(() -> Drops.drop(demo.node("drop-zone"), List.of(project)));
    demo.await("plan");
    demo.shoot("launch");
    demo.type(KeyCode.ENTER, false, false);
    demo.await("session");
    demo.sessions.last().starting(StepName.BOOT, "Waiting for the system to answer");
    demo.shoot("starting");
    demo.sessions.last().running(Duration.ofMinutes(12));
    demo.sessions.last().refused("telemetry.example.com", "Blocked by Paddock's list.");
    demo.sessions.last().refused("192.168.1.10", "A private address is never reached.");
    demo.press("session-network");
    demo.shoot("running");
    demo.sessions.last().ended(0);
    demo.await("session-result");
    demo.shoot("ended");
  }

  @Test
  void failure() throws Exception {
    Fx.run(() -> demo.window.openLaunch(List.of(project), Optional.empty()));
    demo.await("plan");
    demo.press("launch-start");
    demo.await("session");
    demo.sessions.last().failed(3, Samples.NO_BOOT);
    demo.await("error-panel");
    demo.shoot("failed");
  }

  @Test
  void refused() throws Exception {
    demo.sessions.refusal = Optional.of(Samples.explained(Samples.NO_TEMPLATE));
    demo.template = Optional.empty();
    Fx.run(() -> demo.window.open());
    Fx.run(() -> demo.window.openLaunch(List.of(project), Optional.empty()));
    demo.await("error-panel");
    demo.shoot("launch-refused");
  }

  @Test
  void wizard() throws Exception {
    demo.checks =
        List.of(
            new SetupCheck("lima", "Lima", SetupCheck.Result.OK, "2.2.1", "", Optional.empty()),
            new SetupCheck(
                "qemu",
                "QEMU",
                SetupCheck.Result.FAILED,
                "qemu-system-x86_64 is not installed.",
                "Install QEMU, then check again.",
                Optional.of("sudo apt-get install qemu-system-x86 qemu-utils")),
            new SetupCheck(
                "acceleration",
                "Acceleration",
                SetupCheck.Result.WARNING,
                "/dev/kvm cannot be opened, so VMs are slow.",
                "Add yourself to the group kvm and log in again.",
                Optional.of("sudo usermod -aG kvm $USER")),
            new SetupCheck(
                "disk", "Disk", SetupCheck.Result.OK, "210 GiB free", "", Optional.empty()));
    demo.press("nav-template");
    demo.await("check-qemu");
    demo.shoot("wizard-check");
    demo.checks = List.of(demo.checks.getFirst(), demo.checks.getLast());
    demo.press("wizard-check-again");
    demo.press("wizard-next");
    demo.await("wizard-build");
    demo.shoot("wizard-choose");
    demo.press("wizard-build");
    demo.build.status().set(build(3));
    demo.await("build-phases-phase-3");
    demo.shoot("wizard-build");
    demo.build
        .status()
        .set(
            new BuildStatus(List.of(), List.of(), new BuildStatus.Outcome.Built(Samples.TEMPLATE)));
    demo.await("wizard-folder");
    demo.shoot("wizard-ready");
    assertThat(demo.build.choices).isEqualTo(Samples.CHOICES);
  }

  private static BuildStatus build(int active) {
    var titles =
        List.of(
            "Check this machine",
            "Get the system image",
            "Get the agents",
            "Create the VM",
            "Boot the VM",
            "Install packages",
            "Install the agents",
            "Run your setup script",
            "Clean up the VM",
            "Shut the VM down",
            "Keep it as template");
    var items = new ArrayList<ProgressItem>();
    for (int i = 0; i < titles.size(); i++) {
      var mark =
          i < active
              ? ProgressItem.Mark.DONE
              : i == active ? ProgressItem.Mark.ACTIVE : ProgressItem.Mark.WAITING;
      items.add(
          new ProgressItem(
              "phase-" + i,
              titles.get(i),
              mark,
              Duration.ofMillis(900L * i),
              i == active ? "qemu-img create -f qcow2 -b base.qcow2" : ""));
    }
    return new BuildStatus(
        items, List.of("one line", "another line"), new BuildStatus.Outcome.Building());
  }
}
