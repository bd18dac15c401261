package dev.paddock.ui.terminal;

import dev.paddock.base.ExplainedException;
import dev.paddock.session.AgentConsole;
import dev.paddock.terminal.Pty;
import dev.paddock.terminal.TerminalEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs an agent in a pane, on a pty of this machine. */
final class PaneConsole implements AgentConsole {
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Duration SHOW_LIMIT = Duration.ofSeconds(10);

  private final JediTermPane pane;
  private final Map<String, String> environment;
  private final String version;

  PaneConsole(JediTermPane pane, Map<String, String> environment, String version) {
    this.pane = pane;
    this.environment = Map.copyOf(environment);
    this.version = version;
  }

  @Override
  public boolean isTerminal() {
    return true;
  }

  @Override
  public Map<String, String> guestEnvironment() {
    return TerminalEnvironment.guest(version);
  }

  @Override
  public int run(List<String> argv) throws ExplainedException, InterruptedException {
    var pty = Pty.start(argv, TerminalEnvironment.host(environment), pane.size());
    try {
      var shown = pane.connect(pty);
      int code = pty.exit().get();
      shown.get(SHOW_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return code;
    } catch (TimeoutException e) {
      // The widget is far behind; what it has not drawn yet may still come.
      return pty.exit().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the pty's end was not seen", e);
    } catch (InterruptedException e) {
      pty.hangUp(GRACE);
      throw e;
    }
  }
}
