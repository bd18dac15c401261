package dev.paddock.template;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An operating system's image that is here and was checked.
 *
 * @param file on this machine
 * @param location where it is from, for the manifest
 * @param digest of its bytes
 * @param kernel to boot directly, or empty for the image's own boot loader
 */
record BaseImage(Path file, String location, Digest digest, Optional<KernelFiles> kernel) {}
