package dev.paddock.cli;

import dev.paddock.agent.Agent;
import dev.paddock.agent.PlainShell;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** How {@code paddock --help} shows an agent's command, which {@link AgentArguments} parses. */
final class AgentCommandHelp {
  private AgentCommandHelp() {}

  static CommandSpec of(Agent agent) {
    var spec = CommandSpec.create().name(agent.id());
    spec.usageMessage()
        .description(
            what(agent), "All arguments that are not listed here are passed on, in their order.");
    spec.addOption(
        OptionSpec.builder("--mount")
            .paramLabel("DIR")
            .type(String[].class)
            .description("Mounts a further folder (repeatable).")
            .build());
    spec.addOption(
        OptionSpec.builder("--memory")
            .paramLabel("GB")
            .type(String.class)
            .description("Memory of the VM.")
            .build());
    spec.addOption(
        OptionSpec.builder("--network")
            .paramLabel("MODE")
            .type(String.class)
            .description(
                "open: any public host. listed: providers, package registries, your own list and --allow-host.",
                "offline: the agent's provider only.")
            .build());
    spec.addOption(
        OptionSpec.builder("--allow-host")
            .paramLabel("HOST")
            .type(String[].class)
            .description("One more host, or *.DOMAIN, for --network listed (repeatable).")
            .build());
    spec.addOption(
        flag(
            "--only-our-credentials",
            "Refuses credentials that the VM has from elsewhere, on every provider's and GitHub's hosts."));
    spec.addOption(flag("--no-git", "Does not look for repositories."));
    spec.addOption(flag("--dry-run", "Prints what would happen and does nothing."));
    spec.addOption(
        flag("--trust-runtime", "Allows the project's .claude-vm.runtime.sh without asking."));
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("ARGUMENT")
            .arity("0..*")
            .type(String[].class)
            .description("For " + agent.title() + ".")
            .build());
    return spec;
  }

  private static String what(Agent agent) {
    return agent instanceof PlainShell
        ? "Opens a shell on the current folder in a fresh VM; first may be an agent's name."
        : "Runs " + agent.title() + " on the current folder in a fresh VM.";
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).description(description).build();
  }
}
