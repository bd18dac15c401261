package dev.paddock.terminal;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import com.pty4j.unix.UnixPtyProcess;
import dev.paddock.base.OperatingSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A local program that runs on a pseudo-terminal. */
public final class Pty {
  private static final int WRITE_PART = 512;

  /**
   * pty4j sets the size only after the start, so the program could see a screen of no size. This
   * waits for it and then becomes the program.
   */
  private static final String WHEN_SIZED =
      """
      i=0
      while [ $i -lt 200 ] && [ "$(stty size 2>/dev/null)" = "0 0" ]; do i=$((i+1)); done
      exec "$@"
      """;

  private final PtyProcess process;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private volatile boolean closed;
  private final InputStream input;
  private final OutputStream output;

  private Pty(PtyProcess process) {
    this.process = process;
    this.input = process.getInputStream();
    this.output = process.getOutputStream();
  }

  /**
   * Starts a program in the current folder.
   *
   * @param argv program and arguments; never a secret, every local user can read them
   * @param environment all that the program gets, see {@link TerminalEnvironment#host}
   */
  public static Pty start(List<String> argv, Map<String, String> environment, TerminalSize size)
      throws PtyException {
    boolean linux = OperatingSystem.current() == OperatingSystem.LINUX;
    PtyPreflight.checkDevices(Path.of("/dev"), linux);
    PtyPreflight.checkProgram(argv.getFirst(), environment.getOrDefault("PATH", ""));
    var builder =
        new PtyProcessBuilder(whenSized(argv))
            .setEnvironment(Map.copyOf(environment))
            .setInitialColumns(size.columns())
            .setInitialRows(size.rows());
    try {
      var pty = new Pty(builder.start());
      Thread.ofVirtual().name("pty-exit").start(pty::awaitExit);
      return pty;
    } catch (IOException | IllegalStateException e) {
      throw PtyException.refused(argv.getFirst(), e);
    }
  }

  /**
   * What the program writes to its terminal. A read blocks, and ends with -1 when the program has
   * ended and all was read.
   */
  public InputStream input() {
    return input;
  }

  /** Types into the program's terminal; blocks while the program takes nothing. Any thread. */
  public void write(byte[] bytes) throws IOException {
    synchronized (output) {
      for (int from = 0; from < bytes.length; from += WRITE_PART) {
        // pty4j's stream does not write from an offset.
        output.write(Arrays.copyOfRange(bytes, from, Math.min(from + WRITE_PART, bytes.length)));
      }
      output.flush();
    }
  }

  /** Tells the program its new size; nothing happens once it has ended or this is closed. */
  public void resize(TerminalSize size) {
    try {
      process.setWinSize(new WinSize(size.columns(), size.rows()));
    } catch (IllegalStateException e) {
      // The terminal went away with the program, or before it.
      if (process.isAlive() && !closed) {
        throw e;
      }
    }
  }

  /** The program's exit code once it has ended; 128 and the signal's number after a signal. */
  public CompletableFuture<Integer> exit() {
    return exit.copy();
  }

  /**
   * Hangs up, as a closed terminal window does, and kills the program if it is still there after
   * the grace. Returns at once.
   */
  public void hangUp(Duration grace) {
    if (!process.isAlive()) {
      return;
    }
    if (process instanceof UnixPtyProcess unix) {
      unix.hangup();
    } else {
      process.destroy();
    }
    CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> {
          if (process.isAlive()) {
            process.destroyForcibly();
          }
        });
  }

  /** Gives the terminal back to the system; what was not read is lost. */
  public void close() {
    closed = true;
    try {
      input.close();
      output.close();
    } catch (IOException e) {
      // It was closed already.
    }
  }

  private static String[] whenSized(List<String> argv) {
    var wrapped = new ArrayList<>(List.of("/bin/sh", "-c", WHEN_SIZED, "sh"));
    wrapped.addAll(argv);
    return wrapped.toArray(String[]::new);
  }

  private void awaitExit() {
    try {
      exit.complete(process.waitFor());
    } catch (InterruptedException e) {
      exit.completeExceptionally(e);
    }
  }
}
