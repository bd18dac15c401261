package dev.paddock.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/** Reads a small text file of a folder that a guest can write: no link, no device, no surprise. */
public final class SmallFile {
  private static final int MAX = 1 << 20;

  private SmallFile() {}

  /** The text, or empty where there is no such file, or none that may be read. */
  public static Optional<String> read(Path file) {
    try {
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile() || attributes.size() > MAX) {
        return Optional.empty();
      }
      try (var channel =
          FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
        var bytes = ByteBuffer.allocate(MAX + 1);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
          // Up to the end, and never more than the cap although the guest may append.
        }
        return bytes.hasRemaining()
            ? Optional.of(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8))
            : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
