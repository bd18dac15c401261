package dev.paddock.base;

import java.util.Arrays;

/**
 * What a finished child process printed, as bytes that are wiped by {@link #close}.
 *
 * @param exitCode its status; 128 + n when ended by signal n
 * @param output its standard output and standard error, the first MiB; not copied
 */
public record RawResult(int exitCode, byte[] output) implements AutoCloseable {

  @Override
  public void close() {
    Arrays.fill(output, (byte) 0);
  }

  @Override
  public String toString() {
    return "RawResult[" + exitCode + ", " + output.length + " bytes]";
  }
}
