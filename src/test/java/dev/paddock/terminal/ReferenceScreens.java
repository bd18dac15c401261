package dev.paddock.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What xterm.js shows at each mark of a recording; made by {@code src/test/lab/record-agents}. */
public final class ReferenceScreens {
  private static final String HEAD = "=== ";

  private ReferenceScreens() {}

  /** The rows of each screen, by the mark's name, without blanks at their ends. */
  public static Map<String, List<String>> of(String agent) throws IOException {
    var screens = new LinkedHashMap<String, List<String>>();
    List<String> rows = new ArrayList<>();
    for (var line : read("recordings/" + agent + ".screens").lines().toList()) {
      if (line.startsWith(HEAD)) {
        rows = new ArrayList<>();
        screens.put(line.substring(HEAD.length(), line.lastIndexOf(' ')), rows);
      } else {
        rows.add(line.substring(1));
      }
    }
    return screens;
  }

  /** A text of the recordings' folder. */
  static String read(String name) throws IOException {
    try (var stream = ReferenceScreens.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("there is no " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
