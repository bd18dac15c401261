package dev.paddock.proxy.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges what a guest can repeat as fast as it likes. Equal things of one minute make one run; and
 * beyond a number of different ones, all further make one run together. Not thread-safe.
 *
 * @param <T> what repeats, with {@code equals}
 */
public final class Repeats<T> {
  /** For a person, where {@code others} are refused requests. */
  public static final String OTHERS_REFUSED =
      "many different requests were refused within a minute";

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int DIFFERENT = 50;

  private final T others;
  private final Map<T, Run<T>> open = new LinkedHashMap<>();

  /**
   * Equal things since the first of them.
   *
   * @param what repeats
   * @param first when the first came
   * @param last when the last came
   * @param count how many there are
   */
  public record Run<T>(T what, Instant first, Instant last, long count) {
    private Run<T> again(Instant now) {
      return new Run<>(what, first, now, count + 1);
    }
  }

  /** {@code others} stands for whatever comes when there are too many different things. */
  public Repeats(T others) {
    this.others = others;
  }

  /** One more; its run begins with a count of 1. Call {@link #end} before. */
  public Run<T> take(T what, Instant now) {
    var kept = open.containsKey(what) || open.size() < DIFFERENT ? what : others;
    return open.merge(kept, new Run<>(kept, now, now, 1), (run, one) -> run.again(now));
  }

  /** Ends the runs that have begun a minute ago or earlier. */
  public List<Run<T>> end(Instant now) {
    return endBegunUntil(now.minus(WINDOW));
  }

  /** Ends all runs. */
  public List<Run<T>> endAll() {
    return endBegunUntil(Instant.MAX);
  }

  private List<Run<T>> endBegunUntil(Instant limit) {
    var ended = new ArrayList<Run<T>>();
    var runs = open.values().iterator();
    while (runs.hasNext()) {
      var run = runs.next();
      if (run.first().isAfter(limit)) {
        break;
      }
      ended.add(run);
      runs.remove();
    }
    return ended;
  }
}
