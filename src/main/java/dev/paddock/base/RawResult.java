package dev.paddock.base;

import java.util.Arrays;

/** What a finished child process printed, as bytes that are wiped by {@link #close}. */
public final class RawResult implements AutoCloseable {
  private final int exitCode;
  private final byte[] output;

  /**
   * Takes the array over.
   *
   * @param exitCode its status; 128 + n when ended by signal n
   * @param output its standard output and standard error, the first MiB
   */
  public RawResult(int exitCode, byte[] output) {
    this.exitCode = exitCode;
    this.output = output;
  }

  /** Its status; 128 + n when ended by signal n. */
  public int exitCode() {
    return exitCode;
  }

  /** Its standard output and standard error, the first MiB; not a copy. */
  public byte[] output() {
    return output;
  }

  @Override
  public void close() {
    Arrays.fill(output, (byte) 0);
  }

  @Override
  public String toString() {
    return "RawResult[" + exitCode + ", " + output.length + " bytes]";
  }
}
