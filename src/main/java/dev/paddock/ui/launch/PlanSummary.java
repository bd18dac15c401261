package dev.paddock.ui.launch;

import dev.paddock.base.Escaped;
import dev.paddock.base.Shell;
import dev.paddock.credential.CredentialStatus;
import dev.paddock.project.Mount;
import dev.paddock.project.RuntimeScript;
import dev.paddock.proxy.rule.HostPattern;
import dev.paddock.proxy.rule.SessionPolicy;
import dev.paddock.session.LaunchPlan;
import dev.paddock.ui.kit.PathText;
import dev.paddock.ui.kit.ScriptText;
import dev.paddock.ui.kit.SizeText;
import dev.paddock.ui.launch.PlanSection.Kind;
import dev.paddock.ui.launch.PlanSection.Line;
import dev.paddock.ui.launch.PlanSection.Look;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan in words: what will happen when it is started. */
final class PlanSummary {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private PlanSummary() {}

  static List<PlanSection> of(LaunchPlan plan, ZoneId zone) {
    var sections = new ArrayList<PlanSection>();
    sections.add(machine(plan, zone));
    sections.add(folders(plan));
    sections.add(command(plan));
    plan.runtimeScript().ifPresent(script -> sections.add(script(script)));
    sections.add(credentials(plan));
    sections.add(network(plan));
    if (!plan.repositories().isEmpty()) {
      sections.add(
          new PlanSection(
              Kind.REPOSITORIES,
              "Repositories",
              plan.repositories().stream()
                  .map(r -> new Line(Look.CODE, Escaped.text(r.toString())))
                  .toList()));
    }
    return List.copyOf(sections);
  }

  private static PlanSection machine(LaunchPlan plan, ZoneId zone) {
    var manifest = plan.template().manifest();
    return new PlanSection(
        Kind.MACHINE,
        "Virtual machine",
        List.of(
            text("A new VM with " + SizeText.of(plan.memory()) + " of memory, deleted at the end."),
            note("From the template of " + DAY.format(manifest.built().atZone(zone)) + ".")));
  }

  private static PlanSection folders(LaunchPlan plan) {
    var lines = new ArrayList<Line>();
    for (var mount : plan.mounts()) {
      lines.add(code(PathText.full(mount.path())));
      lines.add(note(access(mount, mount.equals(plan.mounts().getFirst()))));
    }
    lines.add(code(PathText.full(plan.stateFolder())));
    lines.add(note("The agent's history of this project; stays after the session."));
    return new PlanSection(Kind.FOLDERS, "Folders", lines);
  }

  private static String access(Mount mount, boolean project) {
    return (project ? "The project: " : "Further folder: ")
        + (mount.writable() ? "the VM reads and writes it." : "the VM only reads it.");
  }

  private static PlanSection command(LaunchPlan plan) {
    var lines = new ArrayList<Line>();
    lines.add(code(Escaped.text(Shell.join(plan.command().argv()), 2000)));
    if (!plan.command().environment().isEmpty()) {
      var settings =
          plan.command().environment().entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining(", "));
      lines.add(note("With " + Escaped.text(settings, 1000)));
    }
    return new PlanSection(Kind.COMMAND, "Command", lines);
  }

  private static PlanSection script(RuntimeScript script) {
    var lines = new ArrayList<Line>();
    switch (script.approval()) {
      case ALLOWED -> lines.add(note("Runs before the agent. You allowed this text before."));
      case NEW -> lines.add(warning("This script is new. You will be asked before it runs."));
      case CHANGED ->
          lines.add(warning("This script changed since you allowed it. You will be asked again."));
    }
    lines.add(new Line(Look.FILE, ScriptText.of(script)));
    return new PlanSection(Kind.SCRIPT, PathText.name(script.path()), lines);
  }

  private static PlanSection credentials(LaunchPlan plan) {
    var lines = new ArrayList<Line>();
    for (var status : plan.credentials()) {
      var words = status.kind().label() + ": " + Escaped.text(status.text());
      lines.add(
          switch (status.state()) {
            case PRESENT -> text(words);
            // One login is enough for an agent that can use several.
            case ABSENT -> signedIn(plan) ? note(words) : warning(words);
            case EXPIRED, BROKEN -> warning(words);
          });
    }
    lines.add(
        note(
            plan.credentials().isEmpty()
                ? "None is used."
                : "The VM gets a placeholder; the real one stays on this computer."));
    return new PlanSection(Kind.CREDENTIALS, "Credentials", lines);
  }

  private static boolean signedIn(LaunchPlan plan) {
    return plan.credentials().stream()
        .anyMatch(status -> status.state() == CredentialStatus.State.PRESENT);
  }

  private static PlanSection network(LaunchPlan plan) {
    var network = plan.network();
    var lines = new ArrayList<Line>();
    if (!network.intercepted().isEmpty()) {
      lines.add(text("Your login is put on requests to"));
      network.intercepted().forEach(rule -> lines.add(code(Escaped.text(rule.hosts()))));
    }
    if (!network.blocked().isEmpty()) {
      lines.add(text("Refused"));
      network.blocked().forEach(host -> lines.add(code(Escaped.text(host))));
    }
    network
        .upstreamProxy()
        .ifPresent(proxy -> lines.add(text("Through the proxy " + Escaped.text(proxy))));
    if (network.policy().onlyOurCredentials()) {
      lines.add(text("Credentials that the VM has from elsewhere are refused on these hosts"));
    }
    lines.add(note(others(network.policy())));
    return new PlanSection(Kind.NETWORK, "Network", lines);
  }

  private static String others(SessionPolicy policy) {
    var home = " This computer and its network are not reached.";
    return switch (policy.network()) {
      case OPEN -> "Other hosts are reached untouched." + home;
      case OFFLINE -> "No other host is reached." + home;
      case LISTED -> {
        var more = policy.listed().stream().map(HostPattern::text).sorted().toList();
        yield "Of others only package registries and the like"
            + (more.isEmpty() ? "" : ", and " + Escaped.text(String.join(", ", more), 1000))
            + "."
            + home;
      }
    };
  }

  private static Line text(String text) {
    return new Line(Look.TEXT, text);
  }

  private static Line code(String text) {
    return new Line(Look.CODE, text);
  }

  private static Line note(String text) {
    return new Line(Look.NOTE, text);
  }

  private static Line warning(String text) {
    return new Line(Look.WARNING, text);
  }
}
