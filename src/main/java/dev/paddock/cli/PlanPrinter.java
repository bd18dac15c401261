package dev.paddock.cli;

import dev.paddock.base.Escaped;
import dev.paddock.base.Shell;
import dev.paddock.project.RuntimeScript;
import dev.paddock.proxy.rule.HostPattern;
import dev.paddock.proxy.rule.SessionPolicy;
import dev.paddock.session.LaunchPlan;
import java.io.PrintStream;

/** Prints a plan for {@code --dry-run}. */
final class PlanPrinter {
  private static final int WIDEST = 8_000;

  private final PrintStream out;

  PlanPrinter(PrintStream out) {
    this.out = out;
  }

  void print(LaunchPlan plan) {
    row("Template", plan.template().name() + ", built " + plan.template().manifest().built());
    row("Memory", plan.memory().toString());
    for (var mount : plan.mounts()) {
      row("Mount", mount.path() + (mount.writable() ? " (read-write)" : " (read-only)"));
    }
    row("State folder", plan.stateFolder().toString());
    plan.command().environment().forEach((n, v) -> row("Environment", n + "=" + v));
    row("Command", Shell.join(plan.command().argv()));
    plan.runtimeScript()
        .ifPresent(s -> row("Runtime script", s.path() + " (" + approval(s.approval()) + ")"));
    for (var credential : plan.credentials()) {
      row("Credential", credential.kind().label() + ": " + credential.text());
    }
    network(plan);
    for (var repository : plan.repositories()) {
      row("Repository", repository + " (no access is given yet)");
    }
  }

  private void network(LaunchPlan plan) {
    var network = plan.network();
    row("Network", reach(network.policy()) + "; this machine and its network are closed");
    if (network.policy().onlyOurCredentials()) {
      row("  only", "credentials of this machine");
    }
    network.intercepted().forEach(rule -> row("  " + rule.hosts(), rule.meaning()));
    network.blocked().forEach(domain -> row("  " + domain, "refused, with all below it"));
    network.upstreamProxy().ifPresent(p -> row("  AI requests through", p));
  }

  private static String reach(SessionPolicy policy) {
    return switch (policy.network()) {
      case OPEN -> "any public host through the proxy";
      case OFFLINE -> "the agent's provider only";
      case LISTED -> {
        var more = policy.listed().stream().map(HostPattern::text).sorted().toList();
        yield "providers and package registries"
            + (more.isEmpty() ? "" : ", " + String.join(", ", more));
      }
    };
  }

  private static String approval(RuntimeScript.Approval approval) {
    return switch (approval) {
      case ALLOWED -> "allowed";
      case NEW -> "new, will ask";
      case CHANGED -> "changed since it was allowed, will ask";
    };
  }

  private void row(String name, String value) {
    out.printf("%-26s %s%n", name, Escaped.text(value, WIDEST));
  }
}
