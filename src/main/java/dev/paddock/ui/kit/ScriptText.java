package dev.paddock.ui.kit;

import dev.paddock.base.Escaped;
import dev.paddock.project.RuntimeScript;
import java.util.stream.Collectors;

/** A script as a person reads it before it may run. */
public final class ScriptText {
  private ScriptText() {}

  /**
   * All of its lines; what could hide something, such as control and direction characters, is made
   * visible.
   */
  public static String of(RuntimeScript script) {
    return script
        .text()
        .lines()
        .map(line -> Escaped.text(line.replace("\t", "    "), Integer.MAX_VALUE))
        .collect(Collectors.joining("\n"));
  }
}
