package dev.paddock.credential.refresh;

import dev.paddock.base.AtomicFile;
import dev.paddock.credential.RefreshReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A second process: it asks for tokens, or is stopped at a point of a renewal to be killed there.
 */
final class RefreshChild {
  /** Before what it says, for the log goes to the same place. */
  static final String SAID = "> ";

  private RefreshChild() {}

  /** Folder of the host, URL of the endpoint, and what to do. */
  public static void main(String[] args) throws IOException {
    var host = new Host(Path.of(args[0]), Clock.systemUTC());
    var endpoint = new TokenEndpoint(args[1], "client-1");
    if (args[2].equals("ask")) {
      ask(host.withoutClaudeLock(), endpoint, Integer.parseInt(args[3]));
    } else {
      var store = new StoppingStore(new FileStore(host.file()), args[2], host.file());
      host.login(host.builtIn(StoredLogin.claude(store), endpoint))
          .refresh(new RefreshReason.Ending())
          .join();
      say("not stopped");
    }
  }

  /** As many requests at once as are asked for, from three sources; prints each token. */
  private static void ask(Host host, TokenEndpoint endpoint, int requests) throws IOException {
    var sources = IntStream.range(0, 3).mapToObj(i -> host.login(endpoint)).toList();
    say("ready");
    if (System.in.read() < 0) {
      return;
    }
    var all =
        IntStream.range(0, requests)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> sources.get(i % 3).forRequest().join()))
            .toList();
    all.forEach(token -> say(Host.token(token.join())));
  }

  private static void say(String line) {
    System.out.println(SAID + line);
    System.out.flush();
  }

  /** Stops for good at a point, so that a test can kill the process there. */
  private static final class StoppingStore extends StoreWithOwnWrite {
    private final String point;
    private final Path file;

    StoppingStore(LoginStore store, String point, Path file) {
      super(store);
      this.point = point;
      this.file = file;
    }

    @Override
    public void write(byte[] content) throws IOException {
      stopAt("before the write");
      if (point.equals("in the write")) {
        // What AtomicFile has done by then.
        var half = "." + file.getFileName() + "." + ProcessHandle.current().pid() + "-1.tmp";
        Files.write(file.resolveSibling(half), Arrays.copyOf(content, 90));
        stopAt("in the write");
      }
      AtomicFile.replace(file, content);
      stopAt("after the write");
    }

    private void stopAt(String here) {
      if (point.equals(here)) {
        say("stopped");
        while (true) {
          LockSupport.park();
        }
      }
    }
  }
}
