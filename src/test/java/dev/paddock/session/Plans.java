package dev.paddock.session;

import dev.paddock.agent.Agent;
import dev.paddock.agent.ClaudeCode;
import dev.paddock.base.ByteSize;
import dev.paddock.project.Mount;
import dev.paddock.proxy.rule.SessionPolicy;
import dev.paddock.template.Template;
import dev.paddock.template.TemplateChoices;
import dev.paddock.template.TemplateManifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans for tests. */
public final class Plans {
  private Plans() {}

  /** Claude Code on this folder, from a template that does not exist. */
  public static LaunchPlan claudeOn(Path project) {
    Agent agent = new ClaudeCode();
    return new LaunchPlan(
        new SessionId("claude-0a1b2c"),
        template(),
        List.of(new Mount(project, true)),
        Path.of("/state/project-0123456789ab"),
        agent,
        agent.command(List.of("-p", "say hi")),
        ByteSize.ofGiB(2),
        List.of(),
        new NetworkPlan(SessionPolicy.standard(), Optional.empty()),
        List.of(),
        Optional.empty());
  }

  private static Template template() {
    return new Template(
        "template-20261124-abcdef",
        Path.of("/lima/template-20261124-abcdef"),
        new TemplateManifest(
            1,
            Instant.parse("2026-11-24T08:00:00Z"),
            new TemplateChoices(true, 30, 16, Optional.empty(), List.of("claude")),
            "debian-13.qcow2",
            "sha512:00",
            Map.of("claude", "2.1.330"),
            "",
            List.of("git")));
  }
}
