package dev.paddock.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Command;
import dev.paddock.base.HostCommands;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Assumptions;

/**
 * What tests with a real VM need: Lima, QEMU, an image (see {@code src/test/lab}), and a minimal
 * template that is built once and kept beside the image for later runs.
 *
 * @param home for {@code PADDOCK_HOME}; holds the template
 * @param program the command line, as {@code mvn package} leaves it
 */
record VmLab(Path home, Path program) {

  /**
   * The lab, or a skip with its reason where something is missing; a failure where {@code
   * PADDOCK_REQUIRE=vm}.
   */
  static VmLab require() throws Exception {
    var image = System.getenv("PADDOCK_TEST_IMAGE");
    var lab = System.getenv("PADDOCK_LAB_HOME");
    if (image == null || lab == null) {
      var reason =
          "no VM tests: PADDOCK_TEST_IMAGE is not set; src/test/lab/lab setup makes an image";
      assertThat(System.getenv("PADDOCK_REQUIRE")).as(reason).isNotEqualTo("vm");
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    var program = Path.of(System.getProperty("paddock.dist"), "bin", "paddock");
    assertThat(program).isExecutable();
    var vmLab =
        new VmLab(Path.of(lab, "p-" + fingerprint(Path.of(String.valueOf(image)))), program);
    vmLab.ensureTemplate(String.valueOf(image));
    return vmLab;
  }

  private void ensureTemplate(String image) throws Exception {
    if (Files.exists(home.resolve("state/template.json"))) {
      return;
    }
    System.out.println("building the template for VM tests in " + home);
    var setup =
        Command.of(
                program.toString(),
                "setup",
                "--minimal",
                "--disk",
                "6",
                "--memory",
                "2",
                "--image",
                image)
            .with("PADDOCK_HOME", home.toString())
            .with("PADDOCK_AGENT_PACKAGES", agentPackages())
            .within(Duration.ofMinutes(15));
    var result = new HostCommands().run(setup);
    assertThat(result.exitCode()).as(result.errors()).isZero();
  }

  private static String agentPackages() {
    var tarball = System.getenv("PADDOCK_TEST_CLAUDE_TARBALL");
    return tarball == null ? "" : String.valueOf(Path.of(tarball).getParent());
  }

  /** Of all that decides what the template looks like. */
  private static String fingerprint(Path image) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update((image + " " + Files.size(image)).getBytes(StandardCharsets.UTF_8));
    digest.update(Files.getLastModifiedTime(image).toString().getBytes(StandardCharsets.UTF_8));
    for (var folder :
        new String[] {"dev/paddock/template", "dev/paddock/agent", "dev/paddock/lima"}) {
      var root = Path.of("target/classes", folder);
      try (var files = Files.walk(root)) {
        for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 8);
  }
}
