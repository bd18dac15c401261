package dev.paddock.lima;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of Lima.
 *
 * @param preRelease whether it comes before the release of these numbers
 */
public record LimaVersion(int major, int minor, int patch, boolean preRelease)
    implements Comparable<LimaVersion> {
  /**
   * 2.2.0 is the first that a guest cannot talk into handing out the host's ssh port by a port
   * forward (Lima's pull request 5293), and the first with one file for the disk.
   */
  public static final LimaVersion OLDEST = new LimaVersion(2, 2, 0, false);

  private static final Pattern FORM =
      Pattern.compile("limactl version v?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?([-.+\\w]*)\\s*");
  private static final Pattern PRE_RELEASE = Pattern.compile("-(alpha|beta|rc).*");

  /** Reads what {@code limactl --version} prints, such as {@code limactl version 2.2.0}. */
  static Optional<LimaVersion> parse(String output) {
    var match = FORM.matcher(output);
    if (!match.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new LimaVersion(
            Integer.parseInt(match.group(1)),
            Integer.parseInt(match.group(2)),
            match.group(3) == null ? 0 : Integer.parseInt(match.group(3)),
            PRE_RELEASE.matcher(match.group(4)).matches()));
  }

  @Override
  public int compareTo(LimaVersion other) {
    return Comparator.comparingInt(LimaVersion::major)
        .thenComparingInt(LimaVersion::minor)
        .thenComparingInt(LimaVersion::patch)
        .thenComparing(v -> !v.preRelease)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch + (preRelease ? " (pre-release)" : "");
  }
}
