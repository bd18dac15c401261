package dev.paddock.terminal;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The environment on both sides of an agent's terminal.
 *
 * <p>On the host an allow list: the local program (ssh) needs little, and what it does not get it
 * cannot hand on or leave in a crash dump, be it a key like ANTHROPIC_API_KEY or a mark of the
 * terminal that Paddock itself was started in. In the guest the variables by which programs choose
 * what to draw; ssh carries only TERM, so the launch script must set them.
 */
public final class TerminalEnvironment {
  private static final String TERM = "TERM";
  private static final String XTERM = "xterm-256color";
  private static final Set<String> FOR_HOST =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "SHELL",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "LIMA_HOME");

  /** Terminal types that every Debian knows without a further package. */
  private static final Set<String> KNOWN_TERMS =
      Set.of(
          XTERM,
          "xterm",
          "xterm-color",
          "screen",
          "screen-256color",
          "tmux",
          "tmux-256color",
          "linux",
          "rxvt",
          "rxvt-unicode",
          "rxvt-unicode-256color",
          "vt100",
          "vt220",
          "dumb");

  /** What a guest may know of the terminal of the command line. */
  private static final Set<String> OF_TERMINAL =
      Set.of("COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "NO_COLOR");

  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._+-]{1,64}");

  private TerminalEnvironment() {}

  /** The environment of a local program that carries the terminal of a window's pane. */
  public static SortedMap<String, String> host(Map<String, String> inherited) {
    var environment = allowed(inherited);
    environment.put(TERM, XTERM);
    environment.put("COLORTERM", "truecolor");
    return Collections.unmodifiableSortedMap(environment);
  }

  /** The environment of a local program that carries the terminal of the command line. */
  public static SortedMap<String, String> hostOfCommandLine(Map<String, String> inherited) {
    var environment = allowed(inherited);
    environment.put(TERM, term(inherited));
    return Collections.unmodifiableSortedMap(environment);
  }

  /**
   * What programs in the guest are told about a window's pane.
   *
   * @param version our version
   */
  public static SortedMap<String, String> guest(String version) {
    var environment = new TreeMap<String, String>();
    environment.put(TERM, XTERM);
    environment.put("COLORTERM", "truecolor");
    environment.put("TERM_PROGRAM", "Paddock");
    environment.put("TERM_PROGRAM_VERSION", version);
    environment.put("FORCE_HYPERLINK", "1");
    // Shows the real caret, where the eye and an input method look for it.
    environment.put("CLAUDE_CODE_NATIVE_CURSOR", "1");
    return Collections.unmodifiableSortedMap(environment);
  }

  /** What programs in the guest are told about the terminal of the command line. */
  public static SortedMap<String, String> guestOfCommandLine(Map<String, String> inherited) {
    var environment = new TreeMap<String, String>();
    environment.put(TERM, term(inherited));
    OF_TERMINAL.forEach(name -> {
      var value = inherited.getOrDefault(name, "");
      if (HARMLESS.matcher(value).matches()) {
        environment.put(name, value);
      }
    });
    return Collections.unmodifiableSortedMap(environment);
  }

  private static SortedMap<String, String> allowed(Map<String, String> inherited) {
    var environment = new TreeMap<String, String>();
    inherited.forEach((name, value) -> {
      if (FOR_HOST.contains(name) || name.startsWith("LC_")) {
        environment.put(name, value);
      }
    });
    return environment;
  }

  private static String term(Map<String, String> inherited) {
    var term = inherited.getOrDefault(TERM, "dumb");
    return KNOWN_TERMS.contains(term) ? term : XTERM;
  }
}
