package dev.paddock.proxy.log;

import static dev.paddock.proxy.log.Happened.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paddock.base.Json;
import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.ProxyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RequestLogTest {
  @TempDir Path folder;

  @Test
  void writesALineForEachRequest() throws Exception {
    try (var log = log("")) {
      log.take(Happened.request("/v1/messages"));
    }
    assertThat(Files.readString(newest()))
        .isEqualTo(
            "{\"time\":\"2026-11-24T10:00:00Z\",\"host\":\"api.anthropic.com\",\"method\":\"POST\","
                + "\"path\":\"/v1/messages\",\"decision\":\"credential_put\",\"status\":200,"
                + "\"sent\":1200,\"received\":34000,\"ms\":1900,\"tokens_in\":2125,"
                + "\"tokens_out\":15}\n");
  }

  @Test
  void tellsMoreWhenAsked() throws Exception {
    try (var log = log("1")) {
      log.take(Happened.request("/v1/messages"));
      log.take(Happened.refused(NOW, "evil.example"));
      log.take(Happened.refused(NOW, "evil.example"));
    }
    assertThat(lines()).hasSize(3);
    assertThat(lines().getFirst().path("wait_ms").asLong()).isEqualTo(240);
  }

  @Test
  void aLoopOfRefusedRequestsIsTwoLines() throws Exception {
    var login = new ProxyEvent.LoginUnavailable(NOW, CredentialKind.CLAUDE, "Nobody is signed in.");
    try (var log = log("")) {
      for (int i = 0; i < 100_000; i++) {
        log.take(Happened.refused(NOW.plusMillis(i / 10), "evil.example"));
        log.take(login);
      }
    }
    assertThat(lines())
        .extracting(l -> l.path("decision").asText())
        .containsExactly("refused", "login_unavailable", "refused", "login_unavailable");
    assertThat(lines())
        .extracting(l -> l.path("repeated").asLong())
        .containsExactly(0L, 0L, 99_999L, 99_999L);
    assertThat(lines().getFirst().path("reason").asText()).contains("list");
  }

  @Test
  void aMinuteLaterTheLoopIsToldAgain() throws Exception {
    try (var log = log("")) {
      log.take(Happened.refused(NOW, "evil.example"));
      log.take(Happened.refused(NOW.plusSeconds(1), "evil.example"));
      log.take(Happened.refused(NOW.plusSeconds(61), "evil.example"));
    }
    assertThat(lines())
        .extracting(l -> l.path("time").asText())
        .containsExactly("2026-11-24T10:00:00Z", "2026-11-24T10:00:01Z", "2026-11-24T10:01:01Z");
  }

  @Test
  void aGuestCannotFillTheDisk() throws Exception {
    var file = new RotatingFile(folder, "requests-x", 10_000);
    for (int i = 0; i < 50_000; i++) {
      file.append(LogLine.of(Happened.request("/" + i), 0, false));
    }
    file.close();
    long all = 0;
    for (var path : files()) {
      all += Files.size(path);
    }
    assertThat(files()).hasSize(4);
    assertThat(all).isLessThanOrEqualTo(40_000);
    assertThat(Files.readString(folder.resolve("requests-x.jsonl"))).contains("/49999");
  }

  /** Its folder may lie in a project, where the guest can put links. */
  @Test
  void neverWritesThroughALink() throws Exception {
    var victim = Files.writeString(folder.resolve("victim"), "mine");
    var logs = Files.createDirectory(folder.resolve("logs"));
    Files.createSymbolicLink(logs.resolve("requests-x.jsonl"), victim);
    Files.createSymbolicLink(logs.resolve("requests-x.1.jsonl"), victim);
    try (var log =
        RequestLogs.of(Map.of("CREDENTIAL_PROXY_LOG_DIR", logs.toString()), folder).open("x")) {
      log.take(Happened.request("/"));
    }
    assertThat(victim).hasContent("mine");
    assertThat(Files.isSymbolicLink(logs.resolve("requests-x.jsonl"))).isFalse();
    assertThat(Files.readString(logs.resolve("requests-x.jsonl"))).contains("api.anthropic.com");
  }

  @Test
  void onlyItsOwnerReadsIt() throws Exception {
    try (var log = log("")) {
      log.take(Happened.request("/"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(newest())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder("requests"))))
        .isEqualTo("rwx------");
  }

  @Test
  @Timeout(60)
  void neverWaitsForADiskThatDoesNotTakeIt() throws Exception {
    Files.writeString(folder.resolve("requests"), "a file where the folder should be");
    try (var log = log("")) {
      for (int i = 0; i < 100_000; i++) {
        log.take(Happened.request("/"));
      }
    }
    assertThat(folder.resolve("requests")).hasContent("a file where the folder should be");
  }

  @Test
  void keepsOnlyTheNewestLogs() throws Exception {
    var logs = Files.createDirectories(folder.resolve("requests"));
    for (int i = 0; i < 100; i++) {
      var file = Files.createFile(logs.resolve("requests-" + i + ".jsonl"));
      Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(i)));
    }
    Files.createFile(logs.resolve("notes.txt"));
    new OldLogs(logs, () -> NOW.plus(Duration.ofDays(2))).trim();
    assertThat(logs.resolve("requests-19.jsonl")).doesNotExist();
    assertThat(logs.resolve("requests-20.jsonl")).exists();
    assertThat(logs.resolve("notes.txt")).exists();
  }

  @Test
  void neverDeletesTheLogOfASessionThatMayRun() throws Exception {
    var logs = Files.createDirectories(folder.resolve("requests"));
    for (int i = 0; i < 200; i++) {
      var file = Files.createFile(logs.resolve("requests-" + i + ".jsonl"));
      Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(i)));
    }
    // The older files of a session are as old as it is; its newest says that it runs.
    var running = Files.createFile(logs.resolve("requests-x.jsonl"));
    var before = Files.createFile(logs.resolve("requests-x.1.jsonl"));
    Files.setLastModifiedTime(running, FileTime.from(NOW.plus(Duration.ofDays(5))));
    Files.setLastModifiedTime(before, FileTime.from(NOW.minus(Duration.ofDays(5))));
    new OldLogs(logs, () -> NOW.plus(Duration.ofHours(1))).trim();
    assertThat(logs.resolve("requests-199.jsonl")).exists();
    new OldLogs(logs, () -> NOW.plus(Duration.ofDays(5))).trim();
    assertThat(logs.resolve("requests-79.jsonl")).exists();
    assertThat(logs.resolve("requests-80.jsonl")).doesNotExist();
    assertThat(running).exists();
    assertThat(before).exists();
  }

  @Test
  void withoutRequestsThereIsNoFile() throws Exception {
    log("").close();
    assertThat(Files.exists(folder.resolve("requests"), LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  private RequestLog log(String debug) {
    var logs = RequestLogs.of(Map.of("CREDENTIAL_PROXY_DEBUG", debug), folder);
    return new RequestLog(
        new RotatingFile(logs.folder(), "requests-x", 1 << 20),
        new OldLogs(logs.folder(), () -> NOW),
        () -> NOW,
        logs.detailed());
  }

  private Path folder(String name) {
    return folder.resolve(name);
  }

  private Path newest() {
    return folder.resolve("requests").resolve("requests-x.jsonl");
  }

  private List<JsonNode> lines() throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(newest())) {
      lines.add(Json.mapper().readTree(line));
    }
    return lines;
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.toList();
    }
  }
}
