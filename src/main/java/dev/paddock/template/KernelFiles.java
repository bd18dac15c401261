package dev.paddock.template;

import dev.paddock.base.Escaped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kernel that QEMU boots by itself, for an image without a boot loader.
 *
 * <p>Beside {@code x.qcow2} they are {@code x.vmlinux}, {@code x.initrd} and {@code x.cmdline}. The
 * image's own modules must be of that kernel.
 *
 * @param kernel as QEMU's {@code -kernel} takes it
 * @param initrd its first file system
 * @param commandLine its parameters
 */
record KernelFiles(Path kernel, Path initrd, String commandLine) {

  /**
   * Those beside an image, or empty where there is none.
   *
   * @throws DownloadException where only some of the three are there
   */
  static Optional<KernelFiles> beside(Path image) throws DownloadException {
    var name = image.getFileName().toString();
    var base = name.endsWith(".qcow2") ? name.substring(0, name.length() - 6) : name;
    var kernel = image.resolveSibling(base + ".vmlinux");
    var initrd = image.resolveSibling(base + ".initrd");
    var commandLine = image.resolveSibling(base + ".cmdline");
    long there = Stream.of(kernel, initrd, commandLine).filter(Files::isReadable).count();
    if (there == 0) {
      return Optional.empty();
    }
    if (there < 3) {
      throw DownloadException.input(
          "The kernel files beside " + Escaped.text(image.toString()) + " are not complete.",
          "Booting its kernel directly takes all of " + base + ".vmlinux, .initrd and .cmdline.",
          "Add the missing ones, or move them away to boot by the image's own boot loader.");
    }
    try {
      return Optional.of(new KernelFiles(kernel, initrd, Files.readString(commandLine).strip()));
    } catch (IOException e) {
      throw DownloadException.file(commandLine, e);
    }
  }
}
