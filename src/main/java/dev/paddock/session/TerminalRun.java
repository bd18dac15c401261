package dev.paddock.session;

import dev.paddock.base.ExplainedException;
import dev.paddock.base.Subscription;
import dev.paddock.lima.ConnectionState;
import dev.paddock.session.guest.GuestPaths;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the agent on a console, over the session's connection, and notices when that is lost. */
final class TerminalRun implements AgentRun {
  /** ssh's own code for "no connection"; an agent may have it too. */
  private static final int SSH_FAILED = 255;

  private static final Duration LOOK = Duration.ofSeconds(10);

  private final SessionId id;
  private final ConnectStep connect;
  private final AgentConsole console;

  TerminalRun(SessionId id, ConnectStep connect, AgentConsole console) {
    this.id = id;
    this.connect = connect;
    this.console = console;
  }

  @Override
  public int run() throws ExplainedException, InterruptedException {
    var connection = connect.connection();
    var lost = new AtomicBoolean();
    var runner = Thread.currentThread();
    var command = connection.terminalCommand("bash -l " + GuestPaths.LAUNCH, console.isTerminal());
    try (Subscription _ =
        connection
            .state()
            .subscribe(state -> {
              if (state == ConnectionState.LOST && lost.compareAndSet(false, true)) {
                runner.interrupt();
              }
            })) {
      var code = console.run(command.argv());
      if (code == SSH_FAILED && !answers()) {
        throw new ConnectionLostException(id);
      }
      return code;
    } catch (InterruptedException e) {
      if (lost.get()) {
        throw new ConnectionLostException(id);
      }
      throw e;
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return connect.connection().run("true", LOOK).succeeded();
    } catch (ExplainedException e) {
      return false;
    }
  }
}
