package dev.paddock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
  @TempDir Path folder;

  /** Locks are a process's, so the second start has to be one of its own. */
  @Test
  void aSecondStartHandsItsFolderToTheFirst() throws Exception {
    var opened = new LinkedBlockingQueue<String>();
    try (var first = SingleInstance.claim(folder, "", opened::add).orElseThrow()) {
      var java = ProcessHandle.current().info().command().orElseThrow();
      var second =
          new ProcessBuilder(
                  java,
                  "-cp",
                  System.getProperty("java.class.path"),
                  SecondStart.class.getName(),
                  folder.toString(),
                  "/home/me/my project")
              .inheritIO()
              .start();
      assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue()).isEqualTo(SecondStart.HANDED_OVER);
      assertThat(opened.poll(5, TimeUnit.SECONDS)).isEqualTo("/home/me/my project");
      assertThat(first).isNotNull();
    }
    SingleInstance.claim(folder, "", opened::add).orElseThrow().close();
  }

  /** The other process. */
  static final class SecondStart {
    static final int HANDED_OVER = 42;

    private SecondStart() {}

    public static void main(String[] args) throws Exception {
      var claim = SingleInstance.claim(Path.of(args[0]), args[1], line -> {});
      System.exit(claim.isEmpty() ? HANDED_OVER : 0);
    }
  }
}
