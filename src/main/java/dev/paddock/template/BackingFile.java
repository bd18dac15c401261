package dev.paddock.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads of a qcow2 disk which disk it is an overlay of: straight from its header, for qemu-img
 * refuses a disk that a running VM has open.
 */
final class BackingFile {
  private static final int MAGIC = 'Q' << 24 | 'F' << 16 | 'I' << 8 | 0xfb;

  /** The format's own limit. */
  private static final int MAX_NAME = 1_023;

  private BackingFile() {}

  /** The absolute path of what {@code disk} is based on; empty where it stands alone. */
  static Optional<Path> of(Path disk) throws IOException {
    try (var channel = FileChannel.open(disk)) {
      var header = ByteBuffer.allocate(20);
      if (!fill(channel, header, 0) || header.getInt() != MAGIC) {
        return Optional.empty();
      }
      header.getInt();
      long offset = header.getLong();
      int length = header.getInt();
      if (offset == 0 || length <= 0 || length > MAX_NAME) {
        return Optional.empty();
      }
      var name = ByteBuffer.allocate(length);
      if (!fill(channel, name, offset)) {
        return Optional.empty();
      }
      var path = StandardCharsets.UTF_8.decode(name).toString();
      return Optional.of(disk.toAbsolutePath().resolveSibling(path).normalize());
    }
  }

  private static boolean fill(FileChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    for (long at = position; buffer.hasRemaining(); ) {
      int n = channel.read(buffer, at);
      if (n < 0) {
        return false;
      }
      at += n;
    }
    buffer.flip();
    return true;
  }
}
