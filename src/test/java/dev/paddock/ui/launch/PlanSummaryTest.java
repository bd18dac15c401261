package dev.paddock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.ClaudeCode;
import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;
import dev.paddock.session.NetworkRequest;
import dev.paddock.ui.Samples;
import dev.paddock.ui.launch.PlanSection.Kind;
import dev.paddock.ui.launch.PlanSection.Line;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanSummaryTest {
  private static final LaunchPlan PLAN =
      Samples.plan(
          new LaunchRequest(
              Path.of("/srv/my \u202eapp"),
              new ClaudeCode(),
              List.of("-p", "it's\n\u001b[2Jfine"),
              List.of(Path.of("/srv/lib")),
              Optional.empty(),
              NetworkRequest.usual(),
              true),
          1);

  @Test
  void hasAPartForEachDecision() {
    assertThat(PlanSummary.of(PLAN, ZoneOffset.UTC))
        .extracting(PlanSection::kind)
        .containsExactly(
            Kind.MACHINE,
            Kind.FOLDERS,
            Kind.COMMAND,
            Kind.SCRIPT,
            Kind.CREDENTIALS,
            Kind.NETWORK,
            Kind.REPOSITORIES);
  }

  @Test
  void showsWhatTheVmSees() {
    assertThat(texts(Kind.FOLDERS))
        .contains(
            "/srv/my \\u{202e}app",
            "The project: the VM reads and writes it.",
            "/srv/lib",
            "/home/ada/.local/state/agent-vm/my-app-3fa9c17b20de");
    assertThat(texts(Kind.MACHINE))
        .contains("A new VM with 4 GiB of memory, deleted at the end.")
        .contains("From the template of 21 November 2026.");
  }

  @Test
  void nothingThatSomebodyElseChoseDrivesTheScreen() {
    for (var section : PlanSummary.of(PLAN, ZoneOffset.UTC)) {
      for (var line : section.lines()) {
        assertThat(line.text().chars().filter(c -> c != '\n').noneMatch(Character::isISOControl))
            .as(line.text())
            .isTrue();
        assertThat(line.text()).doesNotContain("\u202e");
      }
    }
    assertThat(texts(Kind.COMMAND).getFirst()).endsWith("-p 'it'\\''s\\u{a}\\u{1b}[2Jfine'");
  }

  @Test
  void warnsOfANewScriptAndShowsIt() {
    assertThat(texts(Kind.SCRIPT).getFirst()).contains("You will be asked");
    assertThat(texts(Kind.SCRIPT).getLast()).contains("docker compose up -d db");
  }

  private static List<String> texts(Kind kind) {
    return PlanSummary.of(PLAN, ZoneOffset.UTC).stream()
        .filter(section -> section.kind() == kind)
        .flatMap(section -> section.lines().stream())
        .map(Line::text)
        .toList();
  }
}
