package dev.paddock.activity;

import dev.paddock.activity.TitleSign.Sign;
import java.util.List;
import java.util.Map;

/**
 * How one agent shows what it is doing; measured on recordings of the versions that Paddock pins.
 *
 * @param titles its titles, the first that fits counts
 * @param animates whether it draws without a break while it works, and nothing while it does not
 */
public record ActivityRules(List<TitleSign> titles, boolean animates) {
  private static final ActivityRules NONE = new ActivityRules(List.of(), false);

  private static final Map<String, ActivityRules> BY_AGENT =
      Map.of(
          // ✳ both before a prompt and while it asks; the other two take turns every second.
          "claude",
          new ActivityRules(
              List.of(TitleSign.of("^[◐◑] ", Sign.WORKING), TitleSign.of("^✳ ", Sign.STOPPED)),
              false),
          // It also tells its state (OSC 7501), which counts more.
          "codex",
          new ActivityRules(
              List.of(
                  TitleSign.of("^[⠀-⣿] ", Sign.WORKING),
                  TitleSign.of("^\\[ [.!] \\] Action Required", Sign.ASKING)),
              false),
          "opencode",
          new ActivityRules(List.of(), true),
          "copilot",
          new ActivityRules(List.of(), true));

  /** The list is copied. */
  public ActivityRules {
    titles = List.copyOf(titles);
  }

  /** The rules of an agent; of any other program those that know no sign of its own. */
  public static ActivityRules of(String agent) {
    return BY_AGENT.getOrDefault(agent, NONE);
  }

  /** Whether it is an agent that something is known of. */
  boolean isKnown() {
    return animates || !titles.isEmpty();
  }
}
