package dev.paddock.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code paddock} itself: without a command it prints its help. */
@Command(
    name = "paddock",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Runs coding agents in throw-away Linux VMs; your credentials stay here.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  the agent's own code wins; else 0 done, 1 failed, 2 wrong command line,",
      "  66 no such folder, 69 a tool is missing, 70 a bug, 73 cannot write,",
      "  75 connection lost, 77 refused, 130 cancelled"
    })
final class PaddockCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }
}
