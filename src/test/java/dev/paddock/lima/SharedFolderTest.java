package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedFolderTest {

  @Test
  void isMountedOnceAtItsOwnPath() {
    var script = new SharedFolder("mount0", Path.of("/home/x/it's"), true).mountScript(VmType.QEMU);
    assertThat(script)
        .startsWith("mkdir -p -- '/home/x/it'\\''s'\nmountpoint -q -- '/home/x/it'\\''s' || mount")
        .contains("-t 9p", "trans=virtio", ",ro mount0 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a\nb", "/a\tb", "relative", "/a\u007fb"})
  void refusesPathsThatOurFilesCannotCarry(String path) {
    assertThatThrownBy(() -> new SharedFolder("mount0", Path.of(path), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mount", "a,b", "a b", "a=b", "0a"})
  void refusesTagsThatQemuWouldMisread(String tag) {
    assertThatThrownBy(() -> new SharedFolder(tag, Path.of("/a"), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyFolderHasAnAddressOfItsOwnBeyondLimasDevices() {
    var folders =
        IntStream.range(0, QemuArguments.MAX_FOLDERS)
            .mapToObj(i -> new SharedFolder("mount" + i, Path.of("/a" + i), i % 2 == 0))
            .toList();
    var devices =
        new QemuArguments(true, folders)
            .text()
            .lines()
            .filter(l -> l.contains("virtio-9p-pci"))
            .map(l -> l.replaceAll(".*addr=(0x..\\.\\d).*", "$1"))
            .toList();
    assertThat(devices).doesNotHaveDuplicates().hasSize(32).startsWith("0x0a.0").endsWith("0x0d.7");
  }

  @Test
  void readOnlyIsEnforcedByQemu() {
    var folder = new SharedFolder("mount0", Path.of("/a"), true);
    assertThat(new QemuArguments(true, List.of(folder)).text()).contains(",readonly=on\n");
  }

  @Test
  void twoFoldersWithOneTagAreRefused() {
    var folder = new SharedFolder("mount0", Path.of("/a"), true);
    assertThatThrownBy(() -> new QemuArguments(true, List.of(folder, folder)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
