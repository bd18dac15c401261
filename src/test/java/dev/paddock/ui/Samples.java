package dev.paddock.ui;

import dev.paddock.agent.Agent;
import dev.paddock.base.ByteSize;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialStatus;
import dev.paddock.github.Repository;
import dev.paddock.project.Mount;
import dev.paddock.project.RuntimeScript;
import dev.paddock.proxy.rule.GitHubAccess;
import dev.paddock.proxy.rule.SessionPolicy;
import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;
import dev.paddock.session.NetworkPlan;
import dev.paddock.session.NetworkRequest;
import dev.paddock.session.SessionId;
import dev.paddock.template.Template;
import dev.paddock.template.TemplateChoices;
import dev.paddock.template.TemplateManifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Data as it looks in real life. */
public final class Samples {
  /** The moment at which all tests happen. */
  public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  /** What the wizard begins with. */
  public static final TemplateChoices CHOICES =
      new TemplateChoices(false, 30, 16, Optional.empty(), List.of("claude"));

  /** Built three days before. */
  public static final Template TEMPLATE =
      new Template(
          "template-20261121-abcdef",
          Path.of("/lima/template-20261121-abcdef"),
          new TemplateManifest(
              1,
              Instant.parse("2026-11-21T08:00:00Z"),
              CHOICES,
              "https://cloud.debian.org/debian-13.qcow2",
              "sha512:00",
              Map.of("claude", "2.1.330"),
              "",
              List.of("git", "curl", "jq")));

  /** The usual obstacle. */
  public static final UserError NO_TEMPLATE =
      new UserError(
          "There is no template yet.",
          "Every session's VM is made from a template, and none has been built.",
          "Set it up in the window, or run: paddock setup",
          ExitCode.FAILED);

  /** A failure with a tool's own words. */
  public static final UserError NO_BOOT =
      new UserError(
          "The VM did not start.",
          "Its system did not answer within 120 s.",
          "Try again; if it stays, look at the log for what QEMU said.",
          ExitCode.UNAVAILABLE,
          "limactl start claude-3fa9c1: exit 1\nqemu: could not load kernel\n");

  /** A failure in the middle of the work. */
  public static final UserError LOST =
      new UserError(
          "The connection to the VM was lost.",
          "The VM has ended by itself, or this computer was asleep for too long.",
          "Start the session again; the agent's history of this project is kept.",
          ExitCode.LOST);

  /** A script that asks. */
  public static final RuntimeScript SCRIPT =
      new RuntimeScript(
          Path.of("/home/ada/src/my-app/.claude-vm.runtime.sh"),
          """
          #!/bin/bash
          # Services the tests need
          set -e
          docker compose up -d db
          export DATABASE_URL=postgres://localhost/dev
          npm ci --prefer-offline
          """,
          "9f2c",
          RuntimeScript.Approval.NEW);

  private Samples() {}

  /** A plan for this request. */
  public static LaunchPlan plan(LaunchRequest request, int number) {
    var mounts =
        Stream.concat(Stream.of(request.folder()), request.mounts().stream())
            .map(path -> new Mount(path, true))
            .toList();
    return new LaunchPlan(
        new SessionId(request.agent().id() + String.format("-%06x", number)),
        TEMPLATE,
        mounts,
        Path.of("/home/ada/.local/state/agent-vm/my-app-3fa9c17b20de"),
        request.agent(),
        request.agent().command(request.arguments()),
        request.memory().orElse(ByteSize.ofGiB(4)),
        List.of(
            new CredentialStatus(
                CredentialKind.CLAUDE,
                CredentialStatus.State.PRESENT,
                "from ~/.claude/.credentials.json, valid until 18:20")),
        new NetworkPlan(
            new SessionPolicy(
                request.network().mode(),
                request.network().hosts(),
                request.agent().credentials(),
                GitHubAccess.none(),
                request.network().onlyOurCredentials()),
            Optional.empty()),
        List.of(new Repository("github.com", "ada", "my-app")),
        Optional.of(SCRIPT));
  }

  /** The plain request: this agent on this folder, nothing else. */
  public static LaunchRequest request(Path folder, Agent agent) {
    return new LaunchRequest(
        folder, agent, List.of(), List.of(), Optional.empty(), NetworkRequest.usual(), true);
  }

  /** An expected failure with these words. */
  public static ExplainedException explained(UserError error) {
    return new ExplainedException(error.what()) {
      private static final long serialVersionUID = 1;

      @Override
      public UserError explain() {
        return error;
      }
    };
  }
}
