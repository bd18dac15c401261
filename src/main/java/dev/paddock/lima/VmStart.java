package dev.paddock.lima;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A VM on its way up. limactl starts it and goes on watching; whoever waits here goes on as soon as
 * the guest's ssh server greets, for limactl asks only every three seconds, and then once or twice
 * more (Lima's {@code hostagent/requirements.go}).
 */
public final class VmStart {
  private static final Logger LOG = LoggerFactory.getLogger(VmStart.class);
  private static final byte[] GREETING = "SSH-".getBytes(StandardCharsets.US_ASCII);
  private static final Duration POLL = Duration.ofMillis(200);

  /** QEMU accepts a connection long before the guest can; what it then lost it never finds. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Limactl limactl;
  private final String name;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Thread watcher;
  private volatile Consumer<String> progress;

  private VmStart(Limactl limactl, String name, Duration limit, Consumer<String> progress) {
    this.limactl = limactl;
    this.name = name;
    this.progress = progress;
    this.watcher = Thread.ofVirtual().name("start " + name).unstarted(() -> watch(limit));
  }

  /**
   * Begins to start an existing instance.
   *
   * @param limit how long limactl waits for the guest
   * @param progress gets one readable line now and then, until the guest greets
   */
  public static VmStart begin(
      Limactl limactl, String name, Duration limit, Consumer<String> progress) {
    var start = new VmStart(limactl, name, limit, progress);
    start.watcher.start();
    return start;
  }

  /** Blocks until the guest's ssh server greets; throws what limactl failed with. */
  public void awaitSsh() throws LimaException, InterruptedException {
    int port = 0;
    while (!ended.isDone()) {
      if (port == 0) {
        port = limactl.instance(name).sshPort();
      }
      if (port != 0 && greets(port)) {
        break;
      }
      Thread.sleep(POLL);
    }
    progress = line -> {};
    if (ended.isCompletedExceptionally()) {
      throw failure(ended.exceptionNow());
    }
  }

  /** Ends limactl's watch; the VM stays as it is. */
  public void stopWatching() throws InterruptedException {
    watcher.interrupt();
    watcher.join();
  }

  private void watch(Duration limit) {
    var begun = System.nanoTime();
    try {
      limactl.start(name, limit, line -> progress.accept(line));
      ended.complete(null);
      LOG.info("limactl start {} took {} ms", name, (System.nanoTime() - begun) / 1_000_000);
    } catch (LimaException | RuntimeException e) {
      LOG.info("limactl start {}: {}", name, e.getMessage());
      ended.completeExceptionally(e);
    } catch (InterruptedException e) {
      ended.completeExceptionally(e);
    }
  }

  private static boolean greets(int port) throws InterruptedException {
    try (var socket = new Socket()) {
      var patience = Math.toIntExact(PATIENCE.toMillis());
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
      socket.setSoTimeout(patience);
      return Arrays.equals(socket.getInputStream().readNBytes(GREETING.length), GREETING);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return false;
    }
  }

  private static RuntimeException failure(Throwable cause)
      throws LimaException, InterruptedException {
    return switch (cause) {
      case LimaException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> e;
      default -> new IllegalStateException(cause);
    };
  }
}
