package dev.paddock.ui.session;

import dev.paddock.base.Escaped;
import dev.paddock.session.StepProgress;
import dev.paddock.ui.kit.ProgressItem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The steps of a start as list items. A step tells its time only when it has something to say; in
 * between, this counts on.
 */
final class StepClock {
  private final Map<StepProgress, Instant> told = new HashMap<>();

  List<ProgressItem> items(List<StepProgress> steps, Instant now) {
    told.keySet().retainAll(steps);
    return steps.stream().map(step -> item(step, now)).toList();
  }

  private ProgressItem item(StepProgress step, Instant now) {
    var since = told.computeIfAbsent(step, _ -> now);
    var counted =
        step.phase() == StepProgress.Phase.ACTIVE ? Duration.between(since, now) : Duration.ZERO;
    return new ProgressItem(
        step.name().name().toLowerCase(Locale.ROOT),
        step.name().label(),
        ProgressItem.Mark.valueOf(step.phase().name()),
        step.took().plus(counted),
        Escaped.text(step.detail()));
  }
}
