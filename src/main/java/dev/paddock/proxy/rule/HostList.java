package dev.paddock.proxy.rule;

import java.util.LinkedHashSet;
import java.util.Set;

/** Hosts written one a line, with empty lines and comments behind {@code #}. */
public final class HostList {
  private HostList() {}

  /**
   * Reads the hosts of a text.
   *
   * @throws BadLineException where a line is neither {@code host} nor {@code *.domain}
   */
  public static Set<HostPattern> parse(String text) throws BadLineException {
    var found = new LinkedHashSet<HostPattern>();
    int number = 0;
    for (var line : text.lines().toList()) {
      number++;
      int comment = line.indexOf('#');
      var host = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!host.isEmpty()) {
        int at = number;
        found.add(HostPattern.parse(host).orElseThrow(() -> new BadLineException(at, host)));
      }
    }
    return found;
  }

  /** A line names no host. */
  public static final class BadLineException extends Exception {
    private final int line;
    private final String text;

    private BadLineException(int line, String text) {
      super("line " + line + " names no host");
      this.line = line;
      this.text = text;
    }

    /** Its number, from 1. */
    public int line() {
      return line;
    }

    /** What stands there. */
    public String text() {
      return text;
    }
  }
}
