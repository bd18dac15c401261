package dev.paddock.cli;

import dev.paddock.base.Escaped;
import dev.paddock.project.RuntimeScript;
import dev.paddock.session.ScriptApproval;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Shows a project's script on the terminal and asks once; without a terminal the answer is no. */
final class TerminalApproval implements ScriptApproval {
  /** Nothing of a script may be hidden. */
  private static final int WHOLE = Integer.MAX_VALUE - 1;

  private final Console console;
  private final boolean trusted;

  /** An approval; {@code trusted} where the person said {@code --trust-runtime}. */
  TerminalApproval(Console console, boolean trusted) {
    this.console = console;
    this.trusted = trusted;
  }

  @Override
  public boolean allow(RuntimeScript script) throws InterruptedException {
    if (trusted) {
      return true;
    }
    var err = console.err();
    new StepLines(err, console.interactive()).erase();
    var changed = script.approval() == RuntimeScript.Approval.CHANGED;
    err.println(
        Escaped.text(script.path().toString(), WHOLE)
            + (changed ? " has changed." : " is new here."));
    err.println("It runs in the VM before the agent:");
    script.text().lines().forEach(l -> err.println("    " + Escaped.text(l, WHOLE)));
    if (!console.interactive()) {
      err.println("There is no terminal to ask; '--trust-runtime' allows it. It is left out.");
      return false;
    }
    err.print("Run it, now and until it changes? [y/N] ");
    err.flush();
    return answer().strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /** On a thread of its own: reading a terminal cannot be interrupted, waiting for it can. */
  private static String answer() throws InterruptedException {
    var read =
        new FutureTask<>(() -> {
          var input = System.console();
          return input == null ? null : input.readLine();
        });
    Thread.ofPlatform().daemon().name("question").start(read);
    try {
      return Objects.requireNonNullElse(read.get(), "");
    } catch (ExecutionException e) {
      // No terminal after all.
      return "";
    }
  }
}
