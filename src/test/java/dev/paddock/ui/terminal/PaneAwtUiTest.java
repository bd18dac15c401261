package dev.paddock.ui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class PaneAwtUiTest {

  /** AWT beside GTK breaks X11 error handling; the widget would start it in many places. */
  @Test
  void neverStartsAwt(@TempDir Path folder) throws Exception {
    var log = folder.resolve("classes.log");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Xlog:class+init=info:file=" + log + "::filecount=0",
                    "-cp",
                    System.getProperty("java.class.path"),
                    PaneWithoutAwt.class.getName()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(folder.resolve("output"))).contains("exit 0");
    assertThat(Files.readString(log))
        .contains("'dev/paddock/ui/terminal/QuietPanel'")
        .doesNotContain("'java/awt/");
  }
}
