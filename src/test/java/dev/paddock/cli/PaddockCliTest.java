package dev.paddock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.Agents;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.Placeholders;
import dev.paddock.doctor.Doctor;
import dev.paddock.proxy.ProxyServer;
import dev.paddock.proxy.log.RequestLogs;
import dev.paddock.session.AgentConsole;
import dev.paddock.session.Sessions;
import dev.paddock.template.TemplateBuilder;
import dev.paddock.ui.FakeConsole;
import dev.paddock.ui.FakeSessions;
import dev.paddock.ui.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaddockCliTest {
  private final FakeSessions sessions = new FakeSessions(Samples.NOW);
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Part<Sessions> part = () -> sessions;

  @Test
  void anAgentsNameRunsItAndAllElseIsACommand() {
    sessions
        .own()
        .subscribe(all -> {
          if (!all.isEmpty()) {
            sessions.last().ended(7);
          }
        });
    assertThat(run("claude", "-p", "x")).isEqualTo(7);
    assertThat(run("shell", "codex", "-c", "true")).isEqualTo(7);
    assertThat(sessions.requests).extracting(r -> r.arguments().getFirst()).contains("-p", "-c");
    assertThat(run("list")).isZero();
  }

  @Test
  void aWrongCommandLineIsSaidToBeOne() {
    assertThat(run("no-such-command")).isEqualTo(ExitCode.USAGE.number());
    assertThat(run("list", "--no-such-flag")).isEqualTo(ExitCode.USAGE.number());
    assertThat(run("shell", "no-such-agent")).isEqualTo(ExitCode.USAGE.number());
    assertThat(errors()).contains("paddock --help", "There is no agent 'no-such-agent'");
    assertThat(sessions.requests).isEmpty();
  }

  @Test
  void anExpectedFailureHasItsOwnCode() {
    part =
        () -> {
          throw Samples.explained(Samples.NO_BOOT);
        };
    assertThat(run("claude")).isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(run("list")).isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(errors()).contains(Samples.NO_BOOT.what());
  }

  @Test
  void aBugHasACodeOfItsOwn() {
    part =
        () -> {
          throw new IllegalStateException("a mistake, on purpose");
        };
    assertThat(run("claude")).isEqualTo(ExitCode.BUG.number());
    assertThat(run("list")).isEqualTo(ExitCode.BUG.number());
    assertThat(errors()).contains("Paddock made a mistake");
  }

  @Test
  void whoIsInterruptedIsCancelled() {
    Thread.currentThread().interrupt();
    assertThat(run("claude")).isEqualTo(ExitCode.CANCELLED.number());
    assertThat(Thread.interrupted()).isFalse();
  }

  private int run(String... words) {
    var print = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new PaddockCli(Agents.builtIn(), new Parts(), new Console(print, print, false))
        .run(List.of(words));
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private final class Parts implements CliParts {
    @Override
    public Sessions sessions() throws ExplainedException {
      return part.get();
    }

    @Override
    public AgentConsole agentConsole() {
      return new FakeConsole();
    }

    @Override
    public TemplateBuilder templateBuilder() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Doctor doctor() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ProxyServer openProxy(@Nullable Path upstreamCa) {
      throw new UnsupportedOperationException();
    }

    @Override
    public RequestLogs requestLogs() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Placeholders placeholders() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<CredentialKind, CredentialSource> credentials() {
      throw new UnsupportedOperationException();
    }
  }
}
