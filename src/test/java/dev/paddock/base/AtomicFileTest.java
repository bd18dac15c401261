package dev.paddock.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void aFolderOfOursThatIsOpenToOthersIsClosed() throws Exception {
    var open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxr-x"));
    AtomicFile.privateFolder(open);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
        .isEqualTo("rwx------");
  }

  @Test
  void replacesALinkInsteadOfWritingThroughIt() throws Exception {
    var victim = Files.writeString(folder.resolve("victim"), "precious");
    var target = Files.createSymbolicLink(folder.resolve("state.json"), victim);
    AtomicFile.write(target, "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(victim).hasContent("precious");
    assertThat(target).hasContent("{}");
    assertThat(Files.isSymbolicLink(target)).isFalse();
  }

  @Test
  void isReadableByItsOwnerOnly() throws Exception {
    var target = folder.resolve("state.json");
    AtomicFile.write(target, new byte[] {1});
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void replacesAFileBehindALinkAndKeepsItsMode() throws Exception {
    var file = Files.writeString(folder.resolve("login"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    var link = Files.createSymbolicLink(folder.resolve("link"), file);
    AtomicFile.replace(link, "new".getBytes(StandardCharsets.UTF_8));
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThatThrownBy(() -> AtomicFile.replace(folder.resolve("none"), new byte[1]))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void whatAKilledWriterLeftIsRemovedAndNothingElse() throws Exception {
    var ended = new ProcessBuilder("true").start();
    ended.waitFor();
    var dead = Files.createFile(folder.resolve(".state.json." + ended.pid() + "-123.tmp"));
    var own = ProcessHandle.current().pid();
    var alive = Files.createFile(folder.resolve(".state.json." + own + "-123.tmp"));
    var other = Files.createFile(folder.resolve(".notes.tmp"));
    AtomicFile.removeLeftovers(folder);
    assertThat(dead).doesNotExist();
    assertThat(alive).exists();
    assertThat(other).exists();
  }
}
