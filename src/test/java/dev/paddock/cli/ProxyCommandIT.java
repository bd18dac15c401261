package dev.paddock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.app.Main;
import dev.paddock.base.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paddock proxy} in a process of its own. */
@Tag("loopback")
class ProxyCommandIT {
  @TempDir Path folder;

  @Test
  void leavesNoFileBehindWhenASignalEndsIt() throws Exception {
    var temporary = Files.createDirectory(folder.resolve("tmp"));
    var process = start(temporary);
    try {
      var described = Json.mapper().readTree(process.inputReader().readLine());
      var authority = Path.of(described.path("ca").asText());
      assertThat(authority).hasParent(temporary).content().startsWith("-----BEGIN CERTIFICATE");
      assertThat(described.path("url").asText()).startsWith("http://").contains("@127.0.0.1:");
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(authority).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(Path temporary) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "proxy"));
    builder.redirectError(folder.resolve("errors").toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("PADDOCK_HOME", folder.resolve("paddock").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("AI_"));
    return builder.start();
  }
}
