package dev.paddock.ui.wizard;

import dev.paddock.base.UserError;
import dev.paddock.template.Template;
import dev.paddock.ui.kit.ProgressItem;
import java.util.List;

/**
 * How a build is.
 *
 * @param phases in order
 * @param log its last lines, safe to show
 * @param outcome how it ended, if it has
 */
public record BuildStatus(List<ProgressItem> phases, List<String> log, Outcome outcome) {
  /** How a build ended, if it has. */
  public sealed interface Outcome {
    /** It has not. */
    record Building() implements Outcome {}

    /** The template is there. */
    record Built(Template template) implements Outcome {}

    /** It is not, and this is why; also when it was cancelled. */
    record Failed(UserError error) implements Outcome {}
  }

  /** Copies the lists. */
  public BuildStatus {
    phases = List.copyOf(phases);
    log = List.copyOf(log);
  }
}
