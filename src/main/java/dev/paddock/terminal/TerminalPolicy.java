package dev.paddock.terminal;

import dev.paddock.terminal.TerminalEvent.AgentState;
import dev.paddock.terminal.TerminalEvent.Bell;
import dev.paddock.terminal.TerminalEvent.Caret;
import dev.paddock.terminal.TerminalEvent.ClipboardWrite;
import dev.paddock.terminal.TerminalEvent.Hyperlink;
import dev.paddock.terminal.TerminalEvent.Notification;
import dev.paddock.terminal.TerminalEvent.Progress;
import dev.paddock.terminal.TerminalEvent.Title;
import dev.paddock.terminal.TerminalEvent.WorkingFolder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of the events of one session's program: a table, and the limits of each row counted.
 *
 * <p>States (title, progress, activity, folder, caret) are not limited: each replaces the one
 * before, so whoever shows them draws the newest and need not draw all. One thread.
 */
public final class TerminalPolicy {

  /** What to do with an event. */
  public enum Decision {
    /** Show it. */
    SHOW,
    /** Do it, and show that it was done, with a way back. */
    SHOW_WITH_UNDO,
    /** Do it only after the person has seen all of it and agreed. */
    ASK,
    /** Forget it: it comes too often. */
    TOO_MANY,
    /** Forget it. */
    OFF
  }

  /**
   * A row of the table.
   *
   * @param limit how often, or empty for always
   */
  public record Rule(Decision decision, Optional<Limit> limit) {
    static Rule of(Decision decision) {
      return new Rule(decision, Optional.empty());
    }

    static Rule of(Decision decision, int atOnce, Duration every) {
      return new Rule(decision, Optional.of(new Limit(atOnce, every)));
    }
  }

  /** So many at once, and one more each time that a while has passed. */
  public record Limit(int atOnce, Duration every) {}

  /** The table as it is delivered. */
  public static final Map<Class<? extends TerminalEvent>, Rule> DEFAULT =
      Map.of(
          Title.class, Rule.of(Decision.SHOW),
          Progress.class, Rule.of(Decision.SHOW),
          AgentState.class, Rule.of(Decision.SHOW),
          WorkingFolder.class, Rule.of(Decision.SHOW),
          Caret.class, Rule.of(Decision.SHOW),
          Hyperlink.class, Rule.of(Decision.ASK),
          Bell.class, Rule.of(Decision.SHOW, 3, Duration.ofSeconds(1)),
          Notification.class, Rule.of(Decision.SHOW, 3, Duration.ofSeconds(10)),
          ClipboardWrite.class, Rule.of(Decision.SHOW_WITH_UNDO, 5, Duration.ofSeconds(2)));

  private final Map<Class<? extends TerminalEvent>, Rule> table;
  private final Map<Class<? extends TerminalEvent>, RateLimit> limits = new HashMap<>();

  /**
   * A policy for one session.
   *
   * @param table what becomes of each kind of event; those that are not in it are off
   * @param clock by which limits are counted
   */
  public TerminalPolicy(Map<Class<? extends TerminalEvent>, Rule> table, InstantSource clock) {
    this.table = Map.copyOf(table);
    this.table.forEach((kind, rule) ->
        rule.limit().ifPresent(l -> limits.put(kind, new RateLimit(l.atOnce(), l.every(), clock))));
  }

  /** What to do with this event, which counts from now on. */
  public Decision decide(TerminalEvent event) {
    var rule = table.get(event.getClass());
    if (rule == null) {
      return Decision.OFF;
    }
    if (rule.limit().isPresent() && !Objects.requireNonNull(limits.get(event.getClass())).take(1)) {
      return Decision.TOO_MANY;
    }
    return rule.decision();
  }
}
