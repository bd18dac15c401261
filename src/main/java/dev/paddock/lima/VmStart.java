package dev.paddock.lima;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A VM on its way up. limactl starts it and goes on watching; whoever waits here goes on as soon as
 * the ssh server of a guest under QEMU greets, for limactl asks only every three seconds, and then
 * once or twice more (Lima's {@code hostagent/requirements.go}).
 */
public final class VmStart {
  private static final Logger LOG = LoggerFactory.getLogger(VmStart.class);
  private static final byte[] GREETING = "SSH-".getBytes(StandardCharsets.US_ASCII);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration MOMENT = Duration.ofSeconds(3);

  /** QEMU accepts a connection long before the guest can, and then never tells that it is lost. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Limactl limactl;
  private final String name;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Thread watcher;
  private volatile Consumer<String> progress;
  private int port;

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
    try {
      while (!ended.isDone() && !greets()) {
        Thread.sleep(POLL);
      }
    } finally {
      progress = line -> {};
    }
    if (ended.isCompletedExceptionally()) {
      throw thrown(ended.exceptionNow());
    }
  }

  /**
   * What limactl failed with, for whoever lost the VM soon after its greeting; empty where limactl
   * has nothing to say within a moment.
   */
  public Optional<LimaException> failure() throws InterruptedException {
    try {
      ended.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      return e.getCause() instanceof LimaException told ? Optional.of(told) : Optional.empty();
    }
  }

  /** Ends limactl, and the VM too where limactl was not done with it. */
  public void abandon() throws InterruptedException {
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

  private boolean greets() throws LimaException, InterruptedException {
    if (port == 0) {
      port = port();
    }
    return port != 0 && greets(port);
  }

  /**
   * 0 while it is not known, and for good where the greeting says too little: under vz the guest
   * ends connections once more while it starts.
   */
  private int port() throws InterruptedException {
    try {
      var instance = limactl.instance(name);
      return instance.vmType().equals(VmType.QEMU.limaName()) ? instance.sshPort() : 0;
    } catch (LimaException e) {
      // It is just coming into being; where it does not, limactl start says why.
      return 0;
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

  private static RuntimeException thrown(Throwable cause)
      throws LimaException, InterruptedException {
    return switch (cause) {
      case LimaException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> e;
      default -> new IllegalStateException(cause);
    };
  }
}
