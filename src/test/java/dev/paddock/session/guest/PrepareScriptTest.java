package dev.paddock.session.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.GuestFile;
import dev.paddock.agent.StateLink;
import dev.paddock.base.Command;
import dev.paddock.base.HostCommands;
import dev.paddock.base.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the part that needs no root in a home folder of its own, with the real bash and jq. */
class PrepareScriptTest {
  @TempDir Path folder;

  private Path home;
  private Path state;

  @BeforeEach
  void makeFolders() throws Exception {
    home = Files.createDirectory(folder.resolve("home"));
    state = Files.createDirectory(folder.resolve("state's \"folder\""));
  }

  @Test
  void writesEveryTextAsItIs() throws Exception {
    var text = "it's \"all\" $HOME `id` \\ and ünïcode\nin two lines\n";
    run(script().file(new GuestFile(".a/b.json", text, GuestFile.Rule.REPLACE)));
    assertThat(home.resolve(".a/b.json")).hasContent(text);
  }

  @Test
  void keepsTheFieldsThatAreThereAlready() throws Exception {
    Files.createDirectories(home.resolve(".claude"));
    Files.writeString(
        home.resolve(".claude/settings.json"), "{\"mine\": 1, \"deep\": {\"a\": 1, \"b\": 2}}");
    run(script().file(merge(".claude/settings.json", "{\"deep\": {\"b\": 3}, \"new\": true}")));
    assertThat(json(home.resolve(".claude/settings.json")))
        .isEqualTo(Map.of("mine", 1, "deep", Map.of("a", 1, "b", 3), "new", true));
  }

  @Test
  void putsADamagedFileAsideAndNeverLosesIt() throws Exception {
    Files.writeString(home.resolve("x.json"), "{ half");
    run(script().file(merge("x.json", "{\"new\": true}")));
    assertThat(home.resolve("x.json.damaged")).hasContent("{ half");
    assertThat(json(home.resolve("x.json"))).isEqualTo(Map.of("new", true));
  }

  @Test
  void linksTheHistoryAndWritesThroughTheLink() throws Exception {
    Files.createDirectory(home.resolve(".claude"));
    Files.createDirectory(home.resolve(".claude/projects"));
    Files.writeString(state.resolve("claude.json"), "{\"old\": 1}");
    run(
        script()
            .link(state, new StateLink(".claude/projects", "projects", true))
            .link(state, new StateLink(".claude/history.jsonl", "history.jsonl", false))
            .link(state, new StateLink(".claude.json", "claude.json", false))
            .file(merge(".claude.json", "{\"new\": true}")));
    assertThat(home.resolve(".claude/projects").toRealPath())
        .isEqualTo(state.resolve("projects").toRealPath());
    assertThat(state.resolve("history.jsonl")).isEmptyFile();
    assertThat(home.resolve(".claude.json")).isSymbolicLink();
    assertThat(json(state.resolve("claude.json"))).isEqualTo(Map.of("old", 1, "new", true));
  }

  private static PrepareScript script() {
    return new PrepareScript(Instant.EPOCH);
  }

  private static GuestFile merge(String path, String json) {
    return new GuestFile(path, json, GuestFile.Rule.MERGE_JSON);
  }

  private static Object json(Path file) throws Exception {
    return Json.mapper().readValue(file.toFile(), Object.class);
  }

  private void run(PrepareScript script) throws Exception {
    var result =
        new HostCommands()
            .run(
                Command.of("bash", "-s").with("HOME", home.toString()),
                script.homeScript().getBytes(StandardCharsets.UTF_8));
    assertThat(result.exitCode()).as(result.errors()).isZero();
  }
}
