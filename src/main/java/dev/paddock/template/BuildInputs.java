package dev.paddock.template;

import dev.paddock.agent.Agent;
import dev.paddock.agent.AgentPackage;
import dev.paddock.base.ExplainedException;
import dev.paddock.lima.Arch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that goes into a template, on this machine and checked.
 *
 * @param image what the VM begins with
 * @param programs tarballs by package, in the order in which they are installed
 */
record BuildInputs(BaseImage image, List<Program> programs) {

  /** A program, and the tarball that holds it. */
  record Program(AgentPackage source, Path tarball) {
    /** The program's path inside the tarball. */
    String executable() {
      return source.tarball(npmArch()).executable();
    }
  }

  /** Gets them, as two phases. */
  static BuildInputs gather(TemplateChoices choices, BuildHost host, BuildTracker tracker)
      throws ExplainedException, InterruptedException {
    var downloads = new Downloads();
    var cache = host.folders().cache();
    var image =
        tracker.phase(
            BuildPhase.IMAGE,
            () ->
                new ImageCache(cache.resolve("images"), downloads)
                    .fetch(source(choices), tracker.percent(BuildPhase.IMAGE, "downloading")));
    var agents = new AgentDownload(cache.resolve("agents"), host.environment(), downloads);
    var programs =
        tracker.phase(
            BuildPhase.AGENTS,
            () -> {
              var found = new ArrayList<Program>();
              for (var wanted : packages(choices, host)) {
                var name = wanted.command() + " " + wanted.version();
                tracker.lines(BuildPhase.AGENTS).accept(name);
                found.add(
                    new Program(
                        wanted,
                        agents.fetch(wanted, npmArch(), tracker.percent(BuildPhase.AGENTS, name))));
              }
              return found;
            });
    return new BuildInputs(image, programs);
  }

  private static ImageSource source(TemplateChoices choices) throws DownloadException {
    return choices.image().isPresent()
        ? ImageSource.parse(choices.image().get())
        : ImageSource.debian(Arch.host().limaName());
  }

  /** Node comes before what runs on it. */
  private static List<AgentPackage> packages(TemplateChoices choices, BuildHost host) {
    var packages = new ArrayList<AgentPackage>();
    if (!choices.minimal()) {
      packages.addAll(NodeTools.PROGRAMS);
    }
    host.agents().all().stream()
        .filter(a -> choices.agents().contains(a.id()))
        .map(Agent::packages)
        .forEach(packages::addAll);
    return packages;
  }

  private static String npmArch() {
    return Arch.host() == Arch.X86_64 ? "x64" : "arm64";
  }
}
