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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void writesASettingOnce() throws Exception {
    var file = new GuestFile(".codex/config.toml", "ours = 1", GuestFile.Rule.ONCE);
    run(script().file(file));
    assertThat(home.resolve(".codex/config.toml")).hasContent("ours = 1");
    Files.writeString(home.resolve(".codex/config.toml"), "theirs = 1");
    run(script().file(file));
    assertThat(home.resolve(".codex/config.toml")).hasContent("theirs = 1");
  }

  @Test
  void defaultsGiveWayToWhatIsThere() throws Exception {
    Files.writeString(home.resolve("x.json"), "{\"deep\": {\"a\": 1}}");
    var content = "{\"deep\": {\"a\": 2, \"b\": 2}}";
    run(script().file(new GuestFile("x.json", content, GuestFile.Rule.DEFAULTS_JSON)));
    assertThat(json(home.resolve("x.json"))).isEqualTo(Map.of("deep", Map.of("a", 1, "b", 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"refresh_token\": \"Placeholder-refresh\"}",
        "{\"id_token\": \"eyJraWQiOiJwYWRkb2NrLXBsYWNlaG9sZGVyIn0.e30.x\"}",
        "{\"id_token\": \"eyJzdWIiOiJhdXRoMHxwbGFjZWhvbGRlciJ9\"}",
        "{\"id_token\": \"eyJhIjoieHBsYWNlaG9sZGVyIn0\"}",
        "{\"id_token\": \"eyJhIjoieHlwbGFjZWhvbGRlciJ9\"}",
        "{\"id_token\": \"eyJhIjoieHl6cGxhY2Vob2xkZXIifQ\"}"
      })
  void replacesAPlaceholderOfAnEarlierSessionOrTakesItAway(String old) throws Exception {
    var auth = home.resolve("auth.json");
    Files.writeString(auth, old);
    run(script().file(new GuestFile("auth.json", "{}", GuestFile.Rule.LOGIN)));
    assertThat(auth).hasContent("{}");
    Files.writeString(auth, old);
    run(script().file(new GuestFile("auth.json", "", GuestFile.Rule.LOGIN)));
    assertThat(auth).doesNotExist();
  }

  @Test
  void keepsALoginThatWasMadeInAVm() throws Exception {
    Files.writeString(home.resolve("auth.json"), "{\"access\": \"its own\"}");
    run(script().file(new GuestFile("auth.json", "{}", GuestFile.Rule.LOGIN)));
    assertThat(home.resolve("auth.json")).hasContent("{\"access\": \"its own\"}");
  }

  @Test
  void keepsEachLoginThatWasMadeInAVmAndDropsOldPlaceholders() throws Exception {
    Files.writeString(
        home.resolve("auth.json"),
        "{\"a\": {\"key\": \"its own\"}, \"b\": {\"note\": \"placeholder\"}, \"c\": {\"x\": \"placeholder\"}}");
    var ours = "{\"a\": {\"note\": \"placeholder\"}, \"b\": {\"new\": 1}}";
    run(script().file(new GuestFile("auth.json", ours, GuestFile.Rule.LOGINS_JSON)));
    assertThat(json(home.resolve("auth.json")))
        .isEqualTo(
            Map.of("a", Map.of("note", "placeholder", "key", "its own"), "b", Map.of("new", 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mine\nin two lines\n",
        "mine without an end",
        "<!-- Paddock begins -->\nold\n<!-- Paddock ends -->\nmine\n",
        "mine\n<!-- Paddock begins -->\nnever ended"
      })
  void itsPartComesFirstAndAPersonsOwnTextStays(String before) throws Exception {
    var file = home.resolve(".codex/AGENTS.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, before);
    var part = new GuestFile(".codex/AGENTS.md", "ours $HOME `x`\n", GuestFile.Rule.PART);
    for (int i = 0; i < 2; i++) {
      run(script().file(part));
      var text = Files.readString(file);
      assertThat(text)
          .startsWith("<!-- Paddock begins -->\nours $HOME `x`\n<!-- Paddock ends -->\n")
          .doesNotContain("\nold\n");
      assertThat(text.split("ours", -1)).hasSize(2);
      before
          .lines()
          .filter(l -> l.contains("mine") || l.contains("never"))
          .forEach(l -> assertThat(text).contains(l));
    }
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
