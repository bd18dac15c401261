package dev.paddock.lima;

import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.CommandResult;
import dev.paddock.base.Commands;
import dev.paddock.base.InputSource;
import dev.paddock.base.ProcessStarter;
import dev.paddock.base.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A supervised ssh connection to a guest: all commands and the guest's way out go through it.
 *
 * <p>When it breaks it is made again, with all forwards; commands that ran on it have ended.
 */
public final class GuestConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GuestConnection.class);
  private static final Duration RECONNECT_LIMIT = Duration.ofMinutes(2);

  /** ssh's own exit code, which a guest's command may have too. */
  private static final int SSH_FAILED = 255;

  private final Commands commands;
  private final GuestSsh ssh;
  private final SshMaster master;
  private final Signal<ConnectionState> state = new Signal<>(ConnectionState.CONNECTED);
  private final Thread supervisor;

  private GuestConnection(Commands commands, GuestSsh ssh, SshMaster master) {
    this.commands = commands;
    this.ssh = ssh;
    this.master = master;
    supervisor = Thread.ofVirtual().name("ssh-" + ssh.folder().name()).unstarted(this::supervise);
  }

  /**
   * Connects to a running guest.
   *
   * @param forwards ways from the guest to us, there before this returns
   * @param limit how long to try
   */
  public static GuestConnection open(
      Commands commands,
      ProcessStarter starter,
      Instance instance,
      List<ReverseForward> forwards,
      Duration limit)
      throws LimaException, InterruptedException {
    if (instance.status() != InstanceStatus.RUNNING || instance.sshPort() == 0) {
      throw new LimaException.NoConnection(instance.name(), "The VM does not run.");
    }
    var ssh = new GuestSsh(instance.folder(), instance.sshPort());
    var master = new SshMaster(commands, starter, ssh, forwards);
    try {
      master.connect(limit);
    } catch (LimaException | InterruptedException | RuntimeException e) {
      master.close();
      throw e;
    }
    var connection = new GuestConnection(commands, ssh, master);
    connection.supervisor.start();
    return connection;
  }

  /** Whether the guest can be reached. */
  public Signal<ConnectionState> state() {
    return state;
  }

  /**
   * Runs a bash script in the guest and waits.
   *
   * @param script goes over standard input like the rest, so that no process list shows it
   * @param input what the script finds on its standard input
   */
  public CommandResult run(String script, byte[] input, Duration limit)
      throws LimaException, InterruptedException {
    var text = script.getBytes(StandardCharsets.UTF_8);
    var all = new byte[text.length + input.length];
    System.arraycopy(text, 0, all, 0, text.length);
    System.arraycopy(input, 0, all, text.length, input.length);
    try {
      return checked(commands.run(bash(text.length, limit), all));
    } catch (CommandException e) {
      throw translated(e, limit);
    }
  }

  /** Runs a bash script in the guest with nothing on its standard input, and waits. */
  public CommandResult run(String script, Duration limit)
      throws LimaException, InterruptedException {
    return run(script, new byte[0], limit);
  }

  /** The same with much input and many lines of output, which are untrusted. */
  public CommandResult stream(
      String script, InputSource input, Duration limit, Consumer<String> line)
      throws LimaException, InterruptedException {
    var text = script.getBytes(StandardCharsets.UTF_8);
    InputSource all =
        out -> {
          out.write(text);
          input.writeTo(out);
        };
    try {
      return checked(commands.stream(bash(text.length, limit), all, line));
    } catch (CommandException e) {
      throw translated(e, limit);
    }
  }

  /**
   * The command to start on this machine for a program in the guest, in a pty or with pipes; its
   * exit code is the program's, or 255 where the connection is lost.
   *
   * @param remote a command line for the guest's shell, quoted by the caller
   * @param terminal whether the program gets a terminal in the guest
   */
  public Command terminalCommand(String remote, boolean terminal) {
    return ssh.client(remote, terminal);
  }

  /** Ends the connection; the guest runs on. */
  @Override
  public void close() {
    supervisor.interrupt();
    master.close();
  }

  private void supervise() {
    try {
      while (true) {
        master.awaitEnd();
        if (Thread.interrupted()) {
          return;
        }
        LOG.info("connection to {} broke", ssh.folder().name());
        state.set(ConnectionState.RECONNECTING);
        master.connect(RECONNECT_LIMIT);
        state.set(ConnectionState.CONNECTED);
      }
    } catch (LimaException e) {
      LOG.info("{}", e.getMessage());
      state.set(ConnectionState.LOST);
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private Command bash(int scriptLength, Duration limit) {
    // head takes the script and no byte more; the script's own input follows.
    var remote = "exec bash -c 'eval \"$(head -c " + scriptLength + ")\"'";
    return ssh.client(remote, false).within(limit);
  }

  private CommandResult checked(CommandResult result) throws LimaException, InterruptedException {
    if (result.exitCode() == SSH_FAILED && !master.up()) {
      throw new LimaException.NoConnection(
          ssh.folder().name(), "The connection broke while a command ran in the VM.");
    }
    return result;
  }

  private LimaException translated(CommandException e, Duration limit) {
    return e.kind() == CommandException.Kind.TIMEOUT
        ? new LimaException.TimedOut("ssh " + ssh.folder().name(), limit, "", e)
        : new LimaException.NoConnection(ssh.folder().name(), e.explain().what());
  }
}
