package dev.paddock.cli;

import dev.paddock.base.Escaped;
import dev.paddock.project.RuntimeScript;
import dev.paddock.session.ScriptApproval;
import java.util.Locale;

/** Shows a project's script on the terminal and asks once; without a terminal the answer is no. */
final class TerminalApproval implements ScriptApproval {
  private final Console console;
  private final boolean trusted;

  /** An approval; {@code trusted} where the person said {@code --trust-runtime}. */
  TerminalApproval(Console console, boolean trusted) {
    this.console = console;
    this.trusted = trusted;
  }

  @Override
  public boolean allow(RuntimeScript script) {
    if (trusted) {
      return true;
    }
    var err = console.err();
    var changed = script.approval() == RuntimeScript.Approval.CHANGED;
    err.println(script.path() + (changed ? " has changed." : " is new here."));
    err.println("It runs in the VM before the agent:");
    script.text().lines().forEach(l -> err.println("    " + Escaped.text(l, 300)));
    if (!console.interactive()) {
      err.println("There is no terminal to ask; '--trust-runtime' allows it. It is left out.");
      return false;
    }
    err.print("Run it, now and until it changes? [y/N] ");
    err.flush();
    var input = System.console();
    var answer = input == null ? null : input.readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
