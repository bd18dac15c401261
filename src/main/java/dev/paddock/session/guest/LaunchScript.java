package dev.paddock.session.guest;

import dev.paddock.agent.AgentCommand;
import dev.paddock.base.Shell;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the script that starts the agent in its terminal: in the project's folder, after the
 * project's own script, with the agent's environment.
 */
public final class LaunchScript {
  private final Path project;
  private final AgentCommand command;
  private final Map<String, String> terminal;

  /**
   * A script for this command.
   *
   * @param terminal variables that tell programs what the terminal can do; empty without one
   */
  public LaunchScript(Path project, AgentCommand command, Map<String, String> terminal) {
    this.project = project;
    this.command = command;
    this.terminal = Map.copyOf(terminal);
  }

  /** The whole script, for bash. */
  public String text() {
    var script = new StringBuilder("#!/bin/bash -l\n");
    line(script, "cd -- " + Shell.quote(project.toString()) + " || exit 1");
    // Without it a shell shows umlauts as bytes.
    line(script, "export LANG=\"${LANG:-C.UTF-8}\"");
    new TreeMap<>(terminal).forEach((name, value) -> export(script, name, value));
    command.environment().forEach((name, value) -> export(script, name, value));
    line(script, "if [ -s " + GuestPaths.RUNTIME + " ]; then");
    line(script, "  bash -l " + GuestPaths.RUNTIME + " ||");
    line(script, "    echo \".claude-vm.runtime.sh ended with code $?\" >&2");
    line(script, "fi");
    line(script, "exec " + Shell.join(command.argv()));
    return script.toString();
  }

  private static void export(StringBuilder script, String name, String value) {
    line(script, "export " + name + "=" + Shell.quote(value));
  }

  private static void line(StringBuilder script, String text) {
    script.append(text).append('\n');
  }
}
