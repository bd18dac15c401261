package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.Command;
import dev.paddock.base.CommandResult;
import dev.paddock.base.Commands;
import dev.paddock.base.InputSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class VmStartTest {
  private static final String NAME = "claude-0a1b2c";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path folder;

  private final CountDownLatch limactlMayEnd = new CountDownLatch(1);
  private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger answered = new AtomicInteger();
  private LimaHome home;
  private ServerSocket guest;

  @BeforeEach
  void makeInstance() throws Exception {
    home = new LimaHome(Files.createDirectory(folder.resolve("vm")));
    Files.createDirectory(home.instance(NAME).path());
    Files.createFile(home.instance(NAME).limaYaml());
    guest = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void closeGuest() throws Exception {
    limactlMayEnd.countDown();
    guest.close();
  }

  @Test
  void goesOnWhenTheGuestGreetsAndNotWhenLimactlIsContent() throws Exception {
    answers("SSH-2.0-OpenSSH_10.0\r\n");
    var start = begin(new CommandResult(0, "", ""));
    start.awaitSsh();
    limactlMayEnd.countDown();
    assertThat(progress).isEmpty();
  }

  @Test
  void waitsWhileSomethingElseAnswers() throws Exception {
    answers("", "HTTP/1.1 400 Bad Request\r\n", "SSH-2.0-OpenSSH_10.0\r\n");
    var start = begin(new CommandResult(0, "", ""));
    start.awaitSsh();
    limactlMayEnd.countDown();
    await(3);
  }

  @Test
  void whatLimactlIsContentWithIsEnough() throws Exception {
    limactlMayEnd.countDown();
    var start = begin(new CommandResult(0, "", ""));
    start.awaitSsh();
  }

  @Test
  void tellsWhatLimactlFailedWith() throws Exception {
    limactlMayEnd.countDown();
    var failed = new CommandResult(1, "", "{\"level\":\"fatal\",\"msg\":\"no space left\"}\n");
    var start = begin(failed);
    assertThatThrownBy(start::awaitSsh)
        .isInstanceOf(LimaException.Failed.class)
        .hasMessageContaining("no space left");
  }

  @Test
  void abandoningItEndsLimactl() throws Exception {
    var start = begin(new CommandResult(0, "", ""));
    start.abandon();
    assertThatThrownBy(start::awaitSsh).isInstanceOf(InterruptedException.class);
  }

  /** The last answer is counted a moment after it was read. */
  private void await(int answers) throws InterruptedException {
    while (answered.get() < answers) {
      Thread.sleep(10);
    }
  }

  private VmStart begin(CommandResult ofStart) throws Exception {
    var limactl =
        new Limactl(new Tool(ofStart), home, new QemuWrapper(folder.resolve("bin"), Map.of()));
    return VmStart.begin(limactl, NAME, LIMIT, progress::add);
  }

  /** One answer for each connection. */
  private void answers(String... greetings) {
    Thread.startVirtualThread(() -> {
      try {
        for (var greeting : greetings) {
          try (var client = guest.accept()) {
            client.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
          }
          answered.incrementAndGet();
        }
      } catch (SocketException e) {
        // The test is over.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** limactl that waits until it may end. */
  private final class Tool implements Commands {
    private final CommandResult ofStart;

    Tool(CommandResult ofStart) {
      this.ofStart = ofStart;
    }

    @Override
    public CommandResult run(Command command) {
      assertThat(command.argv()).contains("list");
      var entry =
          "{\"name\":\"%s\",\"status\":\"Running\",\"sshLocalPort\":%d,\"vmType\":\"qemu\"}\n"
              .formatted(NAME, guest.getLocalPort());
      return new CommandResult(0, entry, "");
    }

    @Override
    public CommandResult run(Command command, byte[] input) {
      return run(command);
    }

    @Override
    public CommandResult stream(Command command, InputSource input, Consumer<String> line)
        throws InterruptedException {
      assertThat(command.argv()).contains("start");
      limactlMayEnd.await();
      ofStart.errors().lines().forEach(line);
      return ofStart;
    }
  }
}
