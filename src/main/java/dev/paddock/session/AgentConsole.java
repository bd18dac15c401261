package dev.paddock.session;

import dev.paddock.base.ExplainedException;
import java.util.List;
import java.util.Map;

/** Where the agent's terminal is: a pane of the window, or the terminal of the command line. */
public interface AgentConsole {

  /** Whether the agent gets a terminal (colours, a screen to draw on) or plain pipes. */
  boolean isTerminal();

  /** Variables by which programs in the guest learn what this terminal can do; may be empty. */
  Map<String, String> guestEnvironment();

  /**
   * Runs the program that carries the agent's terminal and waits for its end; interrupting the
   * calling thread hangs up.
   *
   * @param argv the local program (ssh) and its arguments; no secret among them
   * @return its exit code
   */
  int run(List<String> argv) throws ExplainedException, InterruptedException;
}
