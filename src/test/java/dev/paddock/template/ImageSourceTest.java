package dev.paddock.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.lima.Arch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSourceTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void debianIsPinnedForEveryProcessor(Arch arch) {
    assertThat(ImageSource.debian(arch.limaName()))
        .isInstanceOfSatisfying(
            ImageSource.Remote.class,
            remote -> {
              assertThat(remote.url()).startsWith("https://").contains("genericcloud");
              assertThat(remote.digest().orElseThrow().algorithm()).isEqualTo("sha512");
            });
  }

  @Test
  void aUrlMayCarryItsDigest() throws Exception {
    var digest = Digest.sha256(new byte[0]);

    assertThat(ImageSource.parse("http://host/i.qcow2#" + digest))
        .isEqualTo(new ImageSource.Remote("http://host/i.qcow2", Optional.of(digest)));
    assertThat(ImageSource.parse("https://host/i.qcow2"))
        .isEqualTo(new ImageSource.Remote("https://host/i.qcow2", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://host/i.qcow2", "https://host/i#md5:0", "/no/such/image", "\0"})
  void refusesWhatNobodyCanCheckOrRead(String text) {
    assertThatThrownBy(() -> ImageSource.parse(text)).isInstanceOf(DownloadException.class);
  }

  @Test
  void bootsTheKernelThatLiesBesideALocalImage() throws Exception {
    var image = Files.createFile(folder.resolve("guest.qcow2"));
    var kernel = Files.createFile(folder.resolve("guest.vmlinux"));
    var initrd = Files.createFile(folder.resolve("guest.initrd"));
    Files.writeString(folder.resolve("guest.cmdline"), "root=/dev/vda quiet\n");

    assertThat(ImageSource.parse(image.toString()))
        .isEqualTo(
            new ImageSource.Local(
                image, Optional.of(new KernelFiles(kernel, initrd, "root=/dev/vda quiet"))));
  }

  @Test
  void refusesHalfAKernel() throws Exception {
    var image = Files.createFile(folder.resolve("guest.qcow2"));
    Files.createFile(folder.resolve("guest.vmlinux"));

    assertThatThrownBy(() -> ImageSource.parse(image.toString()))
        .isInstanceOfSatisfying(
            DownloadException.class,
            e -> assertThat(e.explain().why()).contains("guest.vmlinux, .initrd and .cmdline"));
  }

  @Test
  void recordsTheDigestOfALocalImage() throws Exception {
    var image = Files.writeString(folder.resolve("plain.qcow2"), "disk");
    var cache = new ImageCache(folder.resolve("cache"), new Downloads());

    var found = cache.fetch(ImageSource.parse(image.toString()), DownloadProgress.NONE);

    assertThat(found.digest()).isEqualTo(Digest.of("sha512", image));
    assertThat(found.kernel()).isEmpty();
    assertThat(found.file()).isEqualTo(image);
  }
}
