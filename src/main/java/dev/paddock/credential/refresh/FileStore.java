package dev.paddock.credential.refresh;

import dev.paddock.base.AtomicFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A login in a file, whose mode is kept. */
public final class FileStore implements LoginStore {
  private static final int LARGEST = 1 << 20;

  private final Path file;

  /** The login in this file. */
  public FileStore(Path file) {
    this.file = file;
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public byte[] read() throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST);
    }
  }

  @Override
  public void checkWritable(int bytes) throws IOException {
    var folder = file.toRealPath().getParent();
    if (folder == null || !Files.isWritable(folder)) {
      throw new AccessDeniedException(file.toString());
    }
    // What a killed process left there would hold a token.
    AtomicFile.removeLeftovers(folder);
  }

  @Override
  public void write(byte[] content) throws IOException {
    AtomicFile.replace(file, content);
  }
}
