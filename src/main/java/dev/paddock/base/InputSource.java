package dev.paddock.base;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a child's standard input, so that large files need not be held in memory. */
@FunctionalInterface
public interface InputSource {
  /** Nothing to write. */
  InputSource NONE = out -> {};

  /** Writes all of it; the caller closes the stream. */
  void writeTo(OutputStream out) throws IOException;
}
