package dev.paddock.lima;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.paddock.base.ByteSize;
import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.HostCommands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a test with a real VM needs from this machine. {@code PADDOCK_TEST_IMAGE}, {@code _KERNEL},
 * {@code _INITRD} and {@code _KERNEL_CMDLINE} name a guest that boots fast.
 */
public record VmParts(VmImage image) {

  /** Skips the test with a printed reason, or fails it where {@code PADDOCK_REQUIRE=vm}. */
  public static VmParts require() throws InterruptedException {
    var environment = System.getenv();
    var missing = missing(environment);
    if (missing.isEmpty()) {
      return new VmParts(image(environment));
    }
    var reason = "VM tests cannot run: " + missing.get();
    if ("vm".equals(environment.get("PADDOCK_REQUIRE"))) {
      throw new AssertionError(reason);
    }
    System.out.println("SKIPPED. " + reason);
    return abort(reason);
  }

  /** A small VM from the image. */
  public VmSpec spec() {
    return new VmSpec(
        VmType.QEMU, Arch.host(), image, 2, ByteSize.ofGiB(1), ByteSize.ofGiB(6), false);
  }

  private static Optional<String> missing(Map<String, String> environment)
      throws InterruptedException {
    var tools =
        List.of(
            Command.of("limactl", "--version"),
            Command.of("qemu-img", "--version"),
            Command.of("qemu-system-" + Arch.host().limaName(), "--version"),
            Command.of("ssh", "-V"));
    for (var tool : tools) {
      try {
        if (!new HostCommands().run(tool).succeeded()) {
          return Optional.of(tool.program() + " does not work");
        }
      } catch (CommandException e) {
        return Optional.of(tool.program() + " is not installed");
      }
    }
    var image = environment.getOrDefault("PADDOCK_TEST_IMAGE", "");
    return Files.isRegularFile(Path.of(image))
        ? Optional.empty()
        : Optional.of("PADDOCK_TEST_IMAGE does not name a file (src/test/lab makes one)");
  }

  private static VmImage image(Map<String, String> environment) {
    var kernel =
        Optional.ofNullable(environment.get("PADDOCK_TEST_KERNEL"))
            .map(file ->
                new VmImage.Kernel(
                    Path.of(file),
                    Path.of(environment.getOrDefault("PADDOCK_TEST_INITRD", "")),
                    environment.getOrDefault("PADDOCK_TEST_KERNEL_CMDLINE", "")));
    return new VmImage(
        environment.getOrDefault("PADDOCK_TEST_IMAGE", ""),
        Optional.empty(),
        kernel,
        kernel.isPresent());
  }
}
