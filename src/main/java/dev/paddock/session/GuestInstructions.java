package dev.paddock.session;

import dev.paddock.base.Escaped;
import dev.paddock.project.Mount;
import dev.paddock.proxy.rule.HostPattern;
import dev.paddock.proxy.rule.SessionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an agent is told about the machine that it works on, in Markdown. */
final class GuestInstructions {
  private GuestInstructions() {}

  static String of(LaunchPlan plan) {
    var lines = new ArrayList<String>();
    lines.add("# This machine");
    lines.add("");
    lines.add(
        "You work in a Linux VM that is deleted when the session ends. You have all rights in it:"
            + " sudo asks for no password, so install what you need.");
    lines.add("");
    lines.add("Only what is in these folders stays:");
    plan.mounts().forEach(mount -> lines.add("- " + folder(mount)));
    lines.add("");
    lines.addAll(network(plan.network().policy()));
    lines.add("");
    lines.addAll(repositories(plan));
    return String.join("\n", lines) + "\n";
  }

  private static String folder(Mount mount) {
    return "`"
        + Escaped.text(mount.path().toString(), 500).replace("`", "'")
        + "`"
        + (mount.writable() ? "" : " (read-only)");
  }

  private static List<String> network(SessionPolicy policy) {
    return List.of(
        "All connections go through the proxy of HTTPS_PROXY. Reachable: " + reach(policy) + ".",
        "The network of the computer that this VM runs on is not. An answer with status 403 from the"
            + " proxy says why a request was refused: tell the user instead of looking for a way"
            + " around it.",
        "Credentials in this VM are placeholders; the proxy puts the real ones on where they belong.");
  }

  private static String reach(SessionPolicy policy) {
    return switch (policy.network()) {
      case OPEN -> "any public host";
      case OFFLINE -> "the model's provider only";
      case LISTED ->
          "the model's provider, package registries"
              + policy.listed().stream()
                  .map(HostPattern::text)
                  .sorted()
                  .map(host -> ", " + host)
                  .collect(Collectors.joining());
    };
  }

  private static List<String> repositories(LaunchPlan plan) {
    if (plan.repositories().isEmpty()) {
      return List.of("No GitHub repository is set up for this session: pushing is not possible.");
    }
    var lines = new ArrayList<String>();
    lines.add(
        "These GitHub repositories belong to the folders. There is no access to them but what is"
            + " public: commit, and leave pushing to the user.");
    plan.repositories().forEach(r -> lines.add("- " + Escaped.text(r.toString(), 300)));
    return lines;
  }
}
