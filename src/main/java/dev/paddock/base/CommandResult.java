package dev.paddock.base;

/**
 * What a finished child process left.
 *
 * @param exitCode its status; 128 + n when ended by signal n
 * @param output standard output as UTF-8, its last part where it was very long
 * @param errors standard error as UTF-8, its last part where it was long
 */
public record CommandResult(int exitCode, String output, String errors) {

  /** Whether the status is 0. */
  public boolean succeeded() {
    return exitCode == 0;
  }
}
