package dev.paddock.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSocketTest {
  @TempDir Path folder;

  @Test
  void anOwnerThatHangsIsNotWaitedForWithoutEnd() throws Exception {
    var path = folder.resolve("hangs.sock");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
      assertThatThrownBy(() -> LineSocket.ask(path, "hello"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("nobody answers");
    }
  }

  @Test
  void answersEachLine() throws Exception {
    var path = folder.resolve("s");
    try (var _ = LineSocket.serve(path, l -> l.toUpperCase(Locale.ROOT))) {
      assertThat(LineSocket.ask(path, "/tmp/ünï code")).isEqualTo("/TMP/ÜNÏ CODE");
      assertThat(LineSocket.ask(path, "again")).isEqualTo("AGAIN");
    }
    assertThat(path).doesNotExist();
    assertThatThrownBy(() -> LineSocket.ask(path, "x")).isInstanceOf(IOException.class);
  }

  @Test
  void replacesASocketThatACrashLeftBehind() throws Exception {
    var path = folder.resolve("s");
    var first = LineSocket.serve(path, l -> "first");
    try (var _ = LineSocket.serve(path, l -> "second")) {
      assertThat(LineSocket.ask(path, "x")).isEqualTo("second");
    } finally {
      first.close();
    }
  }
}
