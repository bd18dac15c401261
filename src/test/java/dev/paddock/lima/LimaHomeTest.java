package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.base.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimaHomeTest {
  private static final String NAME = "claude-0a1b2c";

  @Test
  void allowsAHomeOfUsualLength() throws Exception {
    new LimaHome(Path.of("/home/somebody/.paddock/vm")).requireUsable(NAME);
    new LimaHome(Path.of("/Users/Some Body/.paddock/vm")).requireUsable(NAME);
  }

  @Test
  void countsTheBytesOfTheLongestSocketAndNotItsCharacters() throws Exception {
    // "/" + NAME + "/paddock-ssh.sock.1234567890123456" take 48 bytes of 103.
    new LimaHome(Path.of("/" + "x".repeat(54))).requireUsable(NAME);
    assertThatThrownBy(() -> new LimaHome(Path.of("/" + "x".repeat(55))).requireUsable(NAME))
        .isInstanceOfSatisfying(
            LimaException.UnusableHome.class,
            e -> {
              assertThat(e.explain().why()).contains("104 bytes", "allows 103");
              assertThat(e.explain().fix()).contains("PADDOCK_HOME");
              assertThat(e.explain().code()).isEqualTo(ExitCode.UNAVAILABLE);
            });
    assertThatThrownBy(() -> new LimaHome(Path.of("/" + "ü".repeat(28))).requireUsable(NAME))
        .isInstanceOf(LimaException.UnusableHome.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a,b", "/a:b", "/a%b", "/a$b", "/a\"b", "/a'b", "/a\\b", "/a\nb"})
  void refusesCharactersThatLimaQemuOrSshReadInTheirOwnWay(String path) {
    assertThatThrownBy(() -> new LimaHome(Path.of(path)).requireUsable(NAME))
        .isInstanceOf(LimaException.UnusableHome.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../x", "a/b", "A", "-a", "a-", "_config", ".a", "a b"})
  void anInstanceCannotHaveANameThatLeavesTheHome(String name) {
    assertThatThrownBy(() -> new LimaHome(Path.of("/vm")).instance(name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theDraftOfAnInstanceIsInvisibleToLima() {
    var folder = new LimaHome(Path.of("/vm")).instance(NAME);
    assertThat(folder.draft()).isEqualTo(Path.of("/vm/.claude-0a1b2c.new"));
    assertThat(folder.home().identityFile()).isEqualTo(Path.of("/vm/_config/user"));
  }

  @Test
  void aVmsProcessIsTheLivingOneOfItsPidFile(@TempDir Path home) throws Exception {
    var folder = new LimaHome(home).instance(NAME);
    Files.createDirectory(folder.path());
    assertThat(folder.vmProcess()).isEmpty();
    Files.writeString(folder.path().resolve("qemu.pid"), ProcessHandle.current().pid() + "\n");
    assertThat(folder.vmProcess()).contains(ProcessHandle.current());
    Files.writeString(folder.path().resolve("qemu.pid"), "not a number");
    assertThat(folder.vmProcess()).isEmpty();
    Files.writeString(folder.path().resolve("qemu.pid"), "4194305");
    assertThat(folder.vmProcess()).isEmpty();
  }
}
