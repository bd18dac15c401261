package dev.paddock.lima;

import dev.paddock.base.ChildProcess;
import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.CommandResult;
import dev.paddock.base.Commands;
import dev.paddock.base.Escaped;
import dev.paddock.base.ProcessStarter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one ssh process that is connected to a guest. Used by one thread at a time. */
final class SshMaster {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
  private static final Duration POLL = Duration.ofMillis(25);

  private final Commands commands;
  private final ProcessStarter starter;
  private final GuestSsh ssh;
  private final List<ReverseForward> forwards;
  private volatile @Nullable ChildProcess child;
  private volatile boolean closed;
  private String reason = "";

  SshMaster(
      Commands commands, ProcessStarter starter, GuestSsh ssh, List<ReverseForward> forwards) {
    this.commands = commands;
    this.starter = starter;
    this.ssh = ssh;
    this.forwards = List.copyOf(forwards);
  }

  /** Connects with all its forwards; tries again until the limit, but not once the VM is gone. */
  void connect(Duration limit) throws LimaException, InterruptedException {
    var deadline = System.nanoTime() + limit.toNanos();
    var pause = FIRST_PAUSE;
    while (true) {
      if (ssh.folder().vmProcess().isEmpty()) {
        throw failure("The VM has ended.");
      }
      if (attempt(deadline)) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw failure(
            reason.isEmpty()
                ? "The VM did not answer within " + limit.toSeconds() + " s."
                : Escaped.text(reason, 400));
      }
      Thread.sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  /** Blocks until ssh ends, which it does soon after the connection broke. */
  void awaitEnd() throws InterruptedException {
    var current = child;
    while (current != null && current.await(Duration.ofMinutes(1)).isEmpty()) {
      // Still connected.
    }
  }

  /** Whether clients can go through it now. */
  boolean up() throws LimaException, InterruptedException {
    return run(ssh.check()).succeeded();
  }

  void close() {
    closed = true;
    drop();
  }

  private boolean attempt(long deadline) throws LimaException, InterruptedException {
    drop();
    ChildProcess started;
    try {
      started = starter.start(ssh.master());
    } catch (CommandException e) {
      throw failure(e.explain().what());
    }
    child = started;
    if (closed) {
      drop();
      throw failure("It was closed.");
    }
    // ssh makes the socket when it is logged in, in one step.
    while (!Files.exists(ssh.folder().controlSocket())) {
      if (started.await(POLL).isPresent()) {
        reason = started.tail().strip();
        return false;
      }
      if (System.nanoTime() > deadline) {
        drop();
        return false;
      }
    }
    // Once the VM is gone its port may be anybody's.
    if (ssh.folder().vmProcess().isEmpty()) {
      drop();
      throw failure("The VM has ended.");
    }
    for (var forward : forwards) {
      var result = run(ssh.forward(forward));
      if (!result.succeeded()) {
        reason =
            "Port " + forward.guestPort() + " of the VM is not free. " + result.errors().strip();
        drop();
        return false;
      }
    }
    return true;
  }

  private CommandResult run(Command command) throws LimaException, InterruptedException {
    try {
      return commands.run(command);
    } catch (CommandException e) {
      throw failure(e.explain().what());
    }
  }

  private void drop() {
    var current = child;
    if (current != null) {
      current.close();
    }
    try {
      Files.deleteIfExists(ssh.folder().controlSocket());
    } catch (IOException e) {
      // Then ssh says so.
    }
  }

  private LimaException failure(String why) {
    return new LimaException.NoConnection(ssh.folder().name(), why);
  }
}
