package dev.paddock.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lends our own standard input, output and error to a local program: the command line's terminal.
 *
 * <p>With a terminal there, ssh -tt puts it into raw mode, so Ctrl+C goes to the guest as a byte
 * and reaches neither ssh nor us. Without one a signal that ends us hangs up the program first.
 */
public final class InheritedConsole {
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Map<String, String> environment;

  /**
   * A console.
   *
   * @param environment all that programs get, see {@link TerminalEnvironment#hostOfCommandLine}
   */
  public InheritedConsole(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Whether both our input and our output are a terminal. */
  public boolean isTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  /**
   * Runs a program and waits for its end; interrupting the calling thread hangs up.
   *
   * @param argv program and arguments; never a secret, every local user can read them
   * @return its exit code
   */
  public int run(List<String> argv) throws PtyException, InterruptedException {
    PtyPreflight.checkProgram(argv.getFirst(), environment.getOrDefault("PATH", ""));
    var builder = new ProcessBuilder(argv).inheritIO();
    builder.environment().clear();
    builder.environment().putAll(environment);
    var running = new Running();
    var atExit = Thread.ofPlatform().unstarted(running::hangUp);
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IllegalStateException e) {
      throw new InterruptedException("ending already");
    }
    try {
      return running.start(builder).waitFor();
    } catch (IOException e) {
      throw PtyException.refused(argv.getFirst(), e);
    } catch (InterruptedException e) {
      running.hangUp();
      throw e;
    } finally {
      forget(atExit);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs right now.
    }
  }

  /** The program, so that a signal finds it from its first moment. */
  private static final class Running {
    private @Nullable Process process;

    synchronized Process start(ProcessBuilder builder) throws IOException {
      var started = builder.start();
      process = started;
      return started;
    }

    /** ssh ends on SIGTERM at once; the guest's side of the terminal then gets SIGHUP. */
    void hangUp() {
      var started = started();
      if (started == null) {
        return;
      }
      started.destroy();
      boolean ended = false;
      try {
        ended = started.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (!ended) {
        started.destroyForcibly();
      }
    }

    private synchronized @Nullable Process started() {
      return process;
    }
  }
}
