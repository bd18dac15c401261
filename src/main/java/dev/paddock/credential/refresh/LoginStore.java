package dev.paddock.credential.refresh;

import java.io.IOException;

/** The place where a provider's client keeps its login. All methods block. */
public interface LoginStore {

  /** For a person. */
  String place();

  /**
   * The content as it is now, for the caller to wipe.
   *
   * @throws java.nio.file.NoSuchFileException where there is none
   */
  byte[] read() throws IOException;

  /** Fails where {@link #write} of so many bytes would, as far as that can be known before. */
  void checkWritable(int bytes) throws IOException;

  /** Replaces the content: afterwards the old or the new is there, whole, whatever happens. */
  void write(byte[] content) throws IOException;
}
