package dev.paddock.base;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of memory or disk.
 *
 * @param bytes not negative
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,7}(?:\\.\\d{1,3})?)\\s*(?:([KMGT])(?:i?B)?)?", Pattern.CASE_INSENSITIVE);

  /** Refuses negative amounts. */
  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("negative size: " + bytes);
    }
  }

  /** Whole gibibytes. */
  public static ByteSize ofGiB(long gib) {
    return new ByteSize(Math.multiplyExact(gib, GIB));
  }

  /** Whole mebibytes. */
  public static ByteSize ofMiB(long mib) {
    return new ByteSize(Math.multiplyExact(mib, MIB));
  }

  /**
   * Reads {@code 8}, {@code 8G}, {@code 8GiB}, {@code 8GB}, {@code 4096M}: a bare number means GiB
   * and every unit is binary, as in agent-vm.
   *
   * @throws IllegalArgumentException with a sentence for the person who typed it
   */
  public static ByteSize parse(String text) {
    var match = FORM.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'" + Escaped.text(text, 40) + "' is not a size; write 8G or 4096M");
    }
    var unit = match.group(2) == null ? "G" : match.group(2).toUpperCase(Locale.ROOT);
    var shift = 10 * (1 + "KMGT".indexOf(unit));
    return new ByteSize((long) (Double.parseDouble(match.group(1)) * (1L << shift)));
  }

  /** Whole mebibytes, rounded down. */
  public long mebibytes() {
    return bytes / MIB;
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(bytes, other.bytes);
  }

  /** As agent-vm prints it: {@code 2.0G}, and {@code 512M} below one GiB. */
  @Override
  public String toString() {
    return bytes >= GIB
        ? String.format(Locale.ROOT, "%.1fG", (double) bytes / GIB)
        : String.format(Locale.ROOT, "%dM", bytes / MIB);
  }
}
