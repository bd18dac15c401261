package dev.paddock.proxy.log;

import dev.paddock.base.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that never grows beyond a size: {@code name.jsonl}, and the three before it as
 * {@code name.1.jsonl} to {@code name.3.jsonl}. One thread.
 *
 * <p>Its folder may be one that a guest can write to, so it never opens what is there already: a
 * symbolic link would lead it anywhere.
 */
final class RotatingFile {
  private static final int OLD = 3;
  private static final String SUFFIX = ".jsonl";

  private final Path folder;
  private final String name;
  private final long limit;
  private @Nullable OutputStream out;
  private long size;

  RotatingFile(Path folder, String name, long limit) {
    this.folder = folder;
    this.name = name;
    this.limit = limit;
  }

  /** The newest of its files. */
  Path path() {
    return folder.resolve(name + SUFFIX);
  }

  void append(byte[] line) throws IOException {
    if (out != null && size + line.length > limit) {
      close();
    }
    if (out == null) {
      out = create();
      size = 0;
    }
    out.write(line);
    size += line.length;
  }

  void flush() throws IOException {
    if (out != null) {
      out.flush();
    }
  }

  /** The next line begins a new file. */
  void close() throws IOException {
    var closing = out;
    out = null;
    if (closing != null) {
      closing.close();
    }
  }

  private OutputStream create() throws IOException {
    AtomicFile.privateFolder(folder);
    shift();
    var options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var channel = Files.newByteChannel(path(), options, owner);
    return new BufferedOutputStream(Channels.newOutputStream(channel), 32 << 10);
  }

  private void shift() throws IOException {
    for (int i = OLD; i > 0; i--) {
      var newer = i == 1 ? path() : old(i - 1);
      if (Files.exists(newer, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(newer, old(i), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path old(int number) {
    return folder.resolve(name + "." + number + SUFFIX);
  }
}
