package dev.paddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paddock.base.AppFolders;
import dev.paddock.proxy.rule.HostPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowedHostsTest {
  @TempDir Path home;
  private AllowedHosts hosts;
  private Path file;

  @BeforeEach
  void makeFolder() throws IOException {
    var folders = AppFolders.of(Map.of("PADDOCK_HOME", home.toString()), home);
    hosts = new AllowedHosts(folders);
    Files.createDirectories(folders.config());
    file = folders.config().resolve("allowed-hosts.txt");
  }

  @Test
  void thereAreNoneWithoutTheFile() throws Exception {
    assertThat(hosts.read()).isEmpty();
  }

  @Test
  void readsOneALineWithComments() throws Exception {
    Files.writeString(
        file, "# ours\n\nIntra.Example  # the wiki\r\n*.corp.example\nintra.example\n");
    assertThat(hosts.read())
        .containsExactlyInAnyOrder(
            HostPattern.exactly("intra.example"), HostPattern.below("corp.example"));
  }

  @Test
  void namesTheLineThatIsNoHost() throws Exception {
    Files.writeString(file, "intra.example\nhttps://wiki.example/\u001b[2J\n");
    var refused = catchThrowableOfType(AllowedHostsException.class, () -> hosts.read());
    assertThat(refused.explain().why()).contains("Line 2").doesNotContain("\u001b");
    assertThat(refused.explain().fix()).contains(file.toString());
  }

  @Test
  void refusesWhatIsNoText() throws Exception {
    Files.write(file, new byte[] {(byte) 0xC3, 0x28});
    assertThatThrownBy(() -> hosts.read()).isInstanceOf(AllowedHostsException.class);
  }
}
