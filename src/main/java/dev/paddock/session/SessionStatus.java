package dev.paddock.session;

import dev.paddock.base.UserError;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that can be watched of a session, at one moment.
 *
 * @param state where it is in its life
 * @param since when it entered that state
 * @param steps the steps of its start, in order
 * @param note what it is doing now, one line for the status bar; may be empty
 * @param exitCode the agent's, once it ended
 * @param failure why it failed, in state {@link SessionState#FAILED} and, while it is taken down,
 *     already in {@link SessionState#STOPPING}
 */
public record SessionStatus(
    SessionState state,
    Instant since,
    List<StepProgress> steps,
    String note,
    Optional<Integer> exitCode,
    Optional<UserError> failure) {

  /** Copies the list. */
  public SessionStatus {
    steps = List.copyOf(steps);
  }

  static SessionStatus planned(Instant now) {
    return new SessionStatus(
        SessionState.PLANNED,
        now,
        Arrays.stream(StepName.values()).map(StepProgress::waiting).toList(),
        "",
        Optional.empty(),
        Optional.empty());
  }
}
