package dev.paddock.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Command;
import dev.paddock.base.HostCommands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionScriptTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bashUnderstandsIt(boolean minimal) throws Exception {
    var file = Files.writeString(folder.resolve("provision.sh"), script(minimal).text());

    var result = new HostCommands().run(Command.of("bash", "-n", file.toString()));

    assertThat(result.errors()).isEmpty();
    assertThat(result.succeeded()).isTrue();
  }

  @Test
  void refusesAStepThatItDoesNotHave() throws Exception {
    var file = Files.writeString(folder.resolve("provision.sh"), script(true).text());

    var result = new HostCommands().run(Command.of("bash", file.toString(), "everything"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).contains("no such step: 'everything'");
  }

  @Test
  void aMinimalTemplateHasNeitherDockerNorNode() {
    assertThat(script(true).packages()).contains("git", "gh", "jq", "curl", "ca-certificates");
    assertThat(script(true).packages()).doesNotContain("docker.io", "chromium");
    assertThat(script(true).text()).startsWith("#!/bin/bash\nFULL=no\n").contains("NPM_TOOLS=()");
  }

  @Test
  void aFullTemplateHasWhatAMinimalOneHasAndMore() {
    assertThat(script(false).packages())
        .containsAll(script(true).packages())
        .contains("docker.io", "docker-compose", "chromium", "clangd", "golang-go", "gopls");
    assertThat(script(false).text()).contains("FULL=yes", "pyright@");
    assertThat(script(false).digest()).isNotEqualTo(script(true).digest());
  }

  @Test
  void everyProgramOfAFullTemplateIsPinnedByDigest() {
    assertThat(NodeTools.PROGRAMS)
        .allSatisfy(program -> {
          for (var arch : List.of("x64", "arm64")) {
            assertThat(program.tarball(arch).integrity().flatMap(Digest::ofIntegrity)).isPresent();
          }
        });
    assertThat(NodeTools.PACKAGES).allMatch(name -> name.matches("[a-z-]+@\\d+\\.\\d+\\.\\d+"));
  }

  private static ProvisionScript script(boolean minimal) {
    return ProvisionScript.of(
        new TemplateChoices(minimal, 30, 4, Optional.empty(), List.of("claude")));
  }
}
