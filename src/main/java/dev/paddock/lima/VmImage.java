package dev.paddock.lima;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The operating system's image that a VM begins with.
 *
 * @param location a URL or an absolute path
 * @param digest such as {@code sha512:…}, which Lima checks; empty for a file of the person's own
 * @param kernel boots this kernel directly, or empty for the image's own boot loader
 * @param legacyBios whether the VM has a BIOS in place of UEFI firmware (x86_64 only)
 */
public record VmImage(
    String location, Optional<String> digest, Optional<Kernel> kernel, boolean legacyBios) {

  /**
   * A kernel outside of the image.
   *
   * @param file the kernel
   * @param initrd the initial RAM disk
   * @param commandLine of the kernel
   */
  public record Kernel(Path file, Path initrd, String commandLine) {}

  /** An image with its own boot loader. */
  public static VmImage of(String location, String digest) {
    return new VmImage(location, Optional.of(digest), Optional.empty(), false);
  }
}
