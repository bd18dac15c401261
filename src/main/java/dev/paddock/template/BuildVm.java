package dev.paddock.template;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.ByteSize;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.InputSource;
import dev.paddock.base.Shell;
import dev.paddock.lima.Arch;
import dev.paddock.lima.GuestConnection;
import dev.paddock.lima.InstanceFolder;
import dev.paddock.lima.QemuArguments;
import dev.paddock.lima.VmImage;
import dev.paddock.lima.VmSpec;
import dev.paddock.lima.VmType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The VM in which a template is put together. Its network is open, for it installs packages; it
 * sees no folder and no credential of this machine.
 */
final class BuildVm {
  private static final Duration CREATE_LIMIT = Duration.ofMinutes(20);
  private static final Duration BOOT_LIMIT = Duration.ofMinutes(15);
  private static final Duration STEP_LIMIT = Duration.ofHours(2);
  private static final Duration SHORT_LIMIT = Duration.ofMinutes(2);
  private static final String SCRIPT = "/run/paddock-provision.sh";

  private final String name;
  private final BuildHost host;
  private final Path log;
  private @Nullable GuestConnection connection;

  BuildVm(String name, BuildHost host, Path log) {
    this.name = name;
    this.host = host;
    this.log = log;
  }

  InstanceFolder folder() {
    return host.limactl().home().instance(name);
  }

  void create(BaseImage image, TemplateChoices choices, Consumer<String> progress)
      throws ExplainedException, InterruptedException {
    var spec =
        new VmSpec(
            VmType.host(),
            Arch.host(),
            image(image),
            Math.min(8, Runtime.getRuntime().availableProcessors()),
            ByteSize.ofGiB(Math.min(4, choices.memoryGiB())),
            ByteSize.ofGiB(choices.diskGiB()),
            true);
    var yaml = host.folders().state().resolve(name + ".yaml");
    try {
      AtomicFile.privateFolder(host.folders().state());
      AtomicFile.privateFolder(host.folders().lima());
      AtomicFile.write(yaml, spec.yaml().getBytes(StandardCharsets.UTF_8));
      var folder = host.limactl().create(name, yaml, CREATE_LIMIT, progress);
      new QemuArguments(false, List.of()).write(folder);
    } catch (IOException e) {
      throw TemplateException.file("The configuration of the VM could not be written.", e);
    } finally {
      deleteQuietly(yaml);
    }
  }

  /** Boots, connects, and waits until the first boot's own work is done. */
  void boot(Consumer<String> progress) throws ExplainedException, InterruptedException {
    host.limactl().start(name, BOOT_LIMIT, progress);
    var instance = host.limactl().instance(name);
    var opened =
        GuestConnection.open(host.commands(), host.starter(), instance, List.of(), SHORT_LIMIT);
    connection = opened;
    opened.stream(
        "cloud-init status --wait >/dev/null 2>&1 || true", InputSource.NONE, BOOT_LIMIT, progress);
  }

  void upload(ProvisionScript script) throws ExplainedException, InterruptedException {
    var text = script.text().getBytes(StandardCharsets.UTF_8);
    var result = connected().run("sudo tee " + SCRIPT + " >/dev/null", text, SHORT_LIMIT);
    check("upload", result.exitCode(), result.errors());
  }

  /** Carries out a step of the provisioning script. */
  void provision(InputSource input, Consumer<String> lines, String... step)
      throws ExplainedException, InterruptedException {
    var command = "sudo bash " + SCRIPT + " " + Shell.join(List.of(step));
    var result = connected().stream(command, input, STEP_LIMIT, lines);
    check(step[0], result.exitCode(), result.output());
  }

  /** Runs a script of the person's as the guest's ordinary user. */
  void runAsUser(String script, Consumer<String> lines)
      throws ExplainedException, InterruptedException {
    var bytes = script.getBytes(StandardCharsets.UTF_8);
    var keep = "cat >/tmp/paddock-setup.sh";
    check("setup script", connected().run(keep, bytes, SHORT_LIMIT).exitCode(), "");
    var run =
        "cd; bash -l /tmp/paddock-setup.sh </dev/null; code=$?; rm -f /tmp/paddock-setup.sh; exit $code";
    var result = connected().stream(run, InputSource.NONE, STEP_LIMIT, lines);
    check("setup script", result.exitCode(), result.output());
  }

  void stop() throws ExplainedException, InterruptedException {
    disconnect();
    host.limactl().stop(name);
  }

  /** Removes the VM, whatever became of it. */
  void kill() throws ExplainedException, InterruptedException {
    host.limactl().kill(name);
  }

  /** Ends the connection; the VM runs on. */
  void disconnect() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  private GuestConnection connected() {
    if (connection == null) {
      throw new IllegalStateException("the build's VM is not connected");
    }
    return connection;
  }

  private void check(String step, int exitCode, String lastLines) throws TemplateException {
    if (exitCode != 0) {
      throw TemplateException.step(step, exitCode, lastLines, log);
    }
  }

  private static VmImage image(BaseImage image) {
    var kernel =
        image.kernel().map(k -> new VmImage.Kernel(k.kernel(), k.initrd(), k.commandLine()));
    // Its digest was checked already, in the same file.
    return new VmImage(image.file().toString(), Optional.empty(), kernel, kernel.isPresent());
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A file of a few hundred bytes that the next build of this name would replace.
    }
  }
}
