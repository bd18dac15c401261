package dev.paddock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.session.Plans;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlanPrinterTest {
  @Test
  void tellsWhatBecomesOfEachHost() {
    var bytes = new ByteArrayOutputStream();
    new PlanPrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .print(Plans.claudeOn(Path.of("/home/ada/my app")));
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines().map(l -> l.replaceAll(" +", " ")))
        .contains(
            " api.anthropic.com Claude login in place of its placeholder, and where a request has"
                + " none",
            " platform.claude.com Claude login: POST /v1/oauth/token is answered here",
            " api.openai.com ChatGPT login or OpenAI API key in place of its placeholder",
            " datadoghq.com refused, with all below it");
  }
}
