package dev.paddock.cli;

import dev.paddock.agent.Agents;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.Signal;
import dev.paddock.template.BuildProgress;
import dev.paddock.template.TemplateBuilder;
import dev.paddock.template.TemplateChoices;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code paddock setup}: builds the template VM; the one before is used until the new is done. */
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    description = "Builds the template VM from which every session is cloned.")
final class SetupCommand implements Callable<Integer> {
  private final Part<TemplateBuilder> builder;
  private final Agents agents;
  private final Console console;

  @Option(names = "--minimal", description = "Only git, curl, jq, gh and the agents.")
  private boolean minimal;

  @Option(names = "--disk", paramLabel = "GB", description = "Disk size (${DEFAULT-VALUE}).")
  private int disk = TemplateChoices.USUAL_DISK;

  @Option(names = "--memory", paramLabel = "GB", description = "Memory ceiling of a VM.")
  private @Nullable Integer memory;

  @Option(
      names = "--image",
      paramLabel = "FILE|URL",
      description = "Another image than the pinned Debian 13; a URL may end in #sha512:HEX.")
  private @Nullable String image;

  SetupCommand(Part<TemplateBuilder> builder, Agents agents, Console console) {
    this.builder = builder;
    this.agents = agents;
    this.console = console;
  }

  @Override
  public Integer call() throws ExplainedException {
    var usual = TemplateChoices.usual(agents);
    var choices =
        new TemplateChoices(
            minimal,
            disk,
            memory == null ? usual.memoryGiB() : memory,
            Optional.ofNullable(image),
            usual.agents());
    var progress = new Signal<>(BuildProgress.waiting());
    var printer = new BuildPrinter(console.err(), console.interactive());
    var thread = Thread.currentThread();
    // Ctrl+C: the build takes its VM away, and only then the process ends.
    var atExit = Thread.ofPlatform().unstarted(() -> cancel(thread));
    Runtime.getRuntime().addShutdownHook(atExit);
    try (var _ = progress.subscribe(printer::show)) {
      var template = builder.get().build(choices, progress);
      console.out().println("The template " + template.name() + " is ready.");
      return ExitCode.OK.number();
    } finally {
      forget(atExit);
    }
  }

  private static void cancel(Thread building) {
    building.interrupt();
    try {
      building.join(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs right now, and waits for this thread to end.
    }
  }
}
