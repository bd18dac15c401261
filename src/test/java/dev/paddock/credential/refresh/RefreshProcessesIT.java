package dev.paddock.credential.refresh;

import static dev.paddock.credential.refresh.FakeTokenEndpoint.access;
import static dev.paddock.credential.refresh.FakeTokenEndpoint.refresh;
import static dev.paddock.credential.refresh.RefreshChild.SAID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.RefreshReason;
import dev.paddock.credential.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Renewals by several processes, and by processes that are killed. */
@Tag("loopback")
class RefreshProcessesIT {
  @TempDir Path folder;
  private final List<Process> children = new ArrayList<>();
  private FakeTokenEndpoint server;
  private Host host;

  @BeforeEach
  void prepare() throws IOException {
    server = new FakeTokenEndpoint();
    host = new Host(folder, Clock.systemUTC());
    host.signIn(1, Instant.now().minusSeconds(1));
    Files.setPosixFilePermissions(host.file(), PosixFilePermissions.fromString("rw-r-----"));
  }

  @AfterEach
  void stop() {
    children.forEach(Process::destroyForcibly);
    server.close();
  }

  @Test
  void twentyRequestsOfThreeSourcesInTwoProcessesRenewOnce() throws Exception {
    var first = child("ask", "10");
    var second = child("ask", "10");
    for (var child : List.of(first, second)) {
      assertThat(said(child)).isEqualTo("ready");
    }
    for (var child : List.of(first, second)) {
      child.getOutputStream().write('\n');
      child.getOutputStream().flush();
    }
    var tokens = new ArrayList<String>();
    for (var child : List.of(first, second)) {
      child.inputReader().lines().filter(l -> l.startsWith(SAID)).forEach(tokens::add);
    }
    assertThat(tokens).hasSize(20).containsOnly(SAID + access(2));
    assertThat(server.requests()).hasSize(1);
    assertThat(host.content()).contains(access(2), refresh(2), "\"subscriptionType\":\"max\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(host.file())))
        .isEqualTo("rw-r-----");
  }

  @ParameterizedTest
  @ValueSource(strings = {"before the write", "in the write", "after the write"})
  void aPairOutlivesTheProcessThatGotIt(String point) throws Exception {
    var child = child(point);
    assertThat(said(child)).isEqualTo("stopped");
    kill(child);
    var next = host.login(server.endpoint());
    next.recover().orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(Host.token(next)).isEqualTo(access(2));
    assertThat(host.content()).contains(refresh(2), "\"organizationUuid\":\"o-1\"");
    assertThat(server.requests()).hasSize(1);
    assertThat(refused(next, access(2)))
        .as("the pair works")
        .isEqualTo(new RefreshOutcome.Renewed());
    assertThat(Host.token(next)).isEqualTo(access(3));
    try (var files = Files.list(host.file().getParent())) {
      assertThat(files).as("no half-written login, no lock").containsExactly(host.file());
    }
    assertThat(host.files().journal()).doesNotExist();
  }

  @Test
  void aRenewalFinishesWhatAKilledOneBeganBeforeItAsksAnything() throws Exception {
    var child = child("before the write");
    assertThat(said(child)).isEqualTo("stopped");
    kill(child);
    var state = host.login(server.endpoint()).forRequest().orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(Host.token(state)).isEqualTo(access(2));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void theOldPairStillWorksWhenTheProcessDiesBeforeTheAnswer() throws Exception {
    var asked = new CountDownLatch(1);
    var dead = new CountDownLatch(1);
    server.script((exchange, endpoint) -> {
      if (asked.getCount() == 0) {
        return false;
      }
      asked.countDown();
      try {
        return dead.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    });
    var child = child("nowhere");
    assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
    kill(child);
    dead.countDown();
    var state = host.login(server.endpoint()).forRequest().orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(Host.token(state)).isEqualTo(access(2));
  }

  @Test
  void anotherProgramsTokensWinOverWhatAKilledProcessLeft() throws Exception {
    var child = child("before the write");
    assertThat(said(child)).isEqualTo("stopped");
    kill(child);
    var theirs = Host.content("access-theirs", "refresh-theirs", Instant.now().plusSeconds(3600));
    Files.writeString(host.file(), theirs);
    var next = host.login(server.endpoint());
    next.recover().orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(host.content()).isEqualTo(theirs);
    assertThat(host.files().journal()).doesNotExist();
  }

  @Test
  void anotherProcessWaitsForTheOneAtWorkAndTakesOverWhenThatIsKilled() throws Exception {
    var child = child("before the write");
    assertThat(said(child)).isEqualTo("stopped");
    var waiting = host.login(server.endpoint()).forRequest();
    assertThat(waiting).isNotDone();
    kill(child);
    assertThat(Host.token(waiting.orTimeout(60, TimeUnit.SECONDS).join())).isEqualTo(access(2));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void noTokenIsInTheArgumentsOrTheEnvironmentOfAProcessAtWork() throws Exception {
    var child = child("before the write");
    assertThat(said(child)).isEqualTo("stopped");
    var proc = Path.of("/proc/" + child.pid());
    if (Files.isDirectory(proc)) {
      for (var name : List.of("cmdline", "environ")) {
        assertThat(new String(Files.readAllBytes(proc.resolve(name)), StandardCharsets.ISO_8859_1))
            .isNotEmpty()
            .doesNotContain("canary");
      }
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(host.files().journal())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(host.files().folder())))
        .isEqualTo("rwx------");
  }

  private static RefreshOutcome refused(RefreshingLogin login, String token) {
    try (var secret = Secret.of(token)) {
      return login
          .refresh(new RefreshReason.Refused(secret))
          .orTimeout(60, TimeUnit.SECONDS)
          .join();
    }
  }

  private Process child(String... what) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                RefreshChild.class.getName(),
                folder.toString(),
                server.endpoint().url()));
    command.addAll(List.of(what));
    var child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    children.add(child);
    return child;
  }

  private static String said(Process child) throws IOException {
    for (var line = child.inputReader().readLine();
        line != null;
        line = child.inputReader().readLine()) {
      if (line.startsWith(SAID)) {
        return line.substring(SAID.length());
      }
    }
    return "nothing";
  }

  private static void kill(Process child) throws InterruptedException {
    child.destroyForcibly();
    child.waitFor();
  }
}
