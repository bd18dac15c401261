package dev.paddock.terminal;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows that the pane shows in another way than the reference terminal, and why: read from
 * {@code recordings/differences.txt}.
 *
 * @param causes each cause's name with its description
 * @param rows each row, as {@code agent/mark/number}, with its cause
 */
public record KnownDifferences(Map<String, String> causes, Map<String, String> rows) {

  /** Reads the file. */
  public static KnownDifferences read() throws IOException {
    var causes = new LinkedHashMap<String, String>();
    var rows = new LinkedHashMap<String, String>();
    var cause = "";
    for (var line : ReferenceScreens.read("recordings/differences.txt").lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(" ")) {
        for (var number : line.substring(line.indexOf(':') + 1).strip().split(" ", -1)) {
          rows.put(line.substring(0, line.indexOf(':')).strip() + "/" + number, cause);
        }
      } else {
        cause = line.substring(0, line.indexOf(':'));
        causes.put(cause, line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return new KnownDifferences(causes, rows);
  }

  /** The rows of one screen, by their numbers from 0. */
  public Set<Integer> of(String agent, String mark) {
    var prefix = agent + "/" + mark + "/";
    var numbers = new TreeSet<Integer>();
    for (var row : rows.keySet()) {
      if (row.startsWith(prefix)) {
        numbers.add(Integer.parseInt(row.substring(prefix.length())));
      }
    }
    return Collections.unmodifiableSet(numbers);
  }
}
