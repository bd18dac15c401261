package dev.paddock.terminal;

import dev.paddock.base.Escaped;
import dev.paddock.terminal.TerminalEvent.AgentActivity;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a program works (OSC 7), and what it is doing (OSC 7501). */
final class AgentReports {
  private static final int MAX_PATH = 1_000;

  private final GateOutput output;

  AgentReports(GateOutput output) {
    this.output = output;
  }

  /** OSC 7: file://host/path; the host is a name that the guest chose, and of no use. */
  void folder(String argument) {
    try {
      var uri = new URI(argument);
      var path = uri.getPath();
      if ("file".equalsIgnoreCase(uri.getScheme()) && path != null && path.startsWith("/")) {
        output.report(new TerminalEvent.WorkingFolder(Escaped.text(path, MAX_PATH)));
      }
    } catch (URISyntaxException e) {
      // Not an address, so there is nothing to tell.
    }
  }

  /** OSC 7501: state=working, among other entries, such as app=codex or kind=permission. */
  void state(String argument) {
    for (var entry : argument.split("[:;]", 16)) {
      var activity =
          switch (entry) {
            case "state=work", "state=working" -> AgentActivity.WORKING;
            case "state=blocked" -> AgentActivity.BLOCKED;
            case "state=idle" -> AgentActivity.IDLE;
            case "state=done" -> AgentActivity.DONE;
            case "state=clear" -> AgentActivity.UNKNOWN;
            default -> null;
          };
      if (activity != null) {
        output.report(new TerminalEvent.AgentState(activity));
        return;
      }
    }
  }
}
