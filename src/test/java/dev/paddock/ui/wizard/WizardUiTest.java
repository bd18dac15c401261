package dev.paddock.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.ui.Fx;
import dev.paddock.ui.Samples;
import dev.paddock.ui.UiTest;
import dev.paddock.ui.kit.ProgressItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

class WizardUiTest extends UiTest {
  private static final SetupCheck LIMA =
      new SetupCheck(
          "lima",
          "Lima",
          SetupCheck.Result.OK,
          "limactl 2.2.1 is installed.",
          "",
          Optional.empty());
  private static final SetupCheck QEMU =
      new SetupCheck(
          "qemu",
          "QEMU",
          SetupCheck.Result.FAILED,
          "qemu-system-x86_64 is not installed.",
          "Install QEMU, then check again.",
          Optional.of("sudo apt-get install qemu-system-x86 qemu-utils"));
  private static final SetupCheck SPEED =
      new SetupCheck(
          "acceleration",
          "Acceleration",
          SetupCheck.Result.WARNING,
          "/dev/kvm cannot be opened, so VMs are slow.",
          "Add yourself to the group kvm and log in again.",
          Optional.of("sudo usermod -aG kvm $USER"));
  private static final List<String> PHASES =
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

  @Test
  void leadsFromTheChecksToAFinishedTemplate() throws Exception {
    demo.checks = List.of(LIMA, QEMU, SPEED);
    demo.press("nav-template");
    demo.await("check-qemu");
    demo.shoot("wizard-check");
    assertThat(Fx.get(() -> demo.node("wizard-next").isDisabled())).isTrue();
    demo.press("copy-qemu");
    Fx.until("copied", () -> demo.desktop.copied.contains(QEMU.command().orElseThrow()));

    demo.checks = List.of(LIMA, SPEED);
    demo.press("wizard-check-again");
    demo.press("wizard-next");
    demo.await("wizard-disk");
    demo.shoot("wizard-choose");
    demo.press("wizard-minimal");
    Fx.run(() -> ((TextField) demo.node("wizard-disk")).setText("40"));
    demo.press("wizard-build");

    demo.await("build-phases");
    demo.build.status().set(building(5));
    demo.await("build-phases-phase-5");
    demo.shoot("wizard-build");
    assertThat(demo.build.choices.minimal()).isTrue();
    assertThat(demo.build.choices.diskGiB()).isEqualTo(40);

    demo.build.status().set(ended(new BuildStatus.Outcome.Built(Samples.TEMPLATE)));
    demo.await("wizard-folder");
    demo.shoot("wizard-ready");
    demo.desktop.choice = Optional.of(project);
    demo.press("wizard-folder");
    demo.await("launch");
  }

  @Test
  void aFailedBuildIsExplainedAndCanBeTriedAgain() throws Exception {
    startBuild();
    var first = demo.build;
    first.status().set(building(4));
    first.status().set(ended(new BuildStatus.Outcome.Failed(Samples.NO_BOOT)));
    demo.await("wizard-again");
    demo.shoot("wizard-failed");
    demo.press("wizard-again");
    Fx.until("another build", () -> !demo.build.equals(first));
    demo.press("wizard-cancel");
    Fx.until("it is asked to end", () -> demo.build.cancelled);
  }

  @Test
  void aBuildGoesOnWhileThePersonLooksElsewhere() {
    startBuild();
    demo.build.status().set(building(5));
    demo.press("nav-home");
    demo.await("home");
    demo.build.status().set(building(7));
    demo.press("nav-template");
    demo.await("build-phases-phase-7");
    assertThat(Fx.get(() -> demo.node("build-phases-phase-7").getStyleClass())).contains("active");
  }

  private void startBuild() {
    demo.checks = List.of(LIMA);
    demo.press("nav-template");
    demo.press("wizard-next");
    demo.press("wizard-build");
    demo.await("build-phases");
  }

  private static BuildStatus building(int active) {
    var items = new ArrayList<ProgressItem>();
    for (var title : PHASES) {
      var at = items.size();
      var mark =
          at < active
              ? ProgressItem.Mark.DONE
              : at == active ? ProgressItem.Mark.ACTIVE : ProgressItem.Mark.WAITING;
      var detail = at == active ? "Unpacking openssh-client (1:10.0p1-7)" : "";
      items.add(
          new ProgressItem("phase-" + at, title, mark, Duration.ofMillis(700L * at * at), detail));
    }
    var log =
        List.of(
            "Get:14 https://deb.debian.org/debian trixie/main amd64 openssh-client",
            "Selecting previously unselected package openssh-client.",
            "Preparing to unpack .../openssh-client_1%3a10.0p1-7_amd64.deb ...",
            "Unpacking openssh-client (1:10.0p1-7) ...");
    return new BuildStatus(items, log, new BuildStatus.Outcome.Building());
  }

  private static BuildStatus ended(BuildStatus.Outcome outcome) {
    var before = building(4);
    return new BuildStatus(before.phases(), before.log(), outcome);
  }
}
