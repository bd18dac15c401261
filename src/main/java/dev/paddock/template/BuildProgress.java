package dev.paddock.template;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far a build is.
 *
 * @param phases all of them, in order
 * @param log file with every line, or empty before the build began
 */
public record BuildProgress(List<PhaseProgress> phases, Optional<Path> log) {

  /** Copies the list. */
  public BuildProgress {
    phases = List.copyOf(phases);
  }

  /** A build that has not begun. */
  public static BuildProgress waiting() {
    return new BuildProgress(
        Arrays.stream(BuildPhase.values()).map(PhaseProgress::waiting).toList(), Optional.empty());
  }

  /** One phase. */
  public PhaseProgress of(BuildPhase phase) {
    return phases.stream()
        .filter(p -> p.phase() == phase)
        .findFirst()
        .orElseThrow(IllegalStateException::new);
  }

  /** The phase under way, or empty before, between and after phases. */
  public Optional<PhaseProgress> active() {
    return phases.stream().filter(p -> p.state() == PhaseProgress.State.ACTIVE).findFirst();
  }

  BuildProgress with(PhaseProgress changed) {
    return new BuildProgress(
        phases.stream().map(p -> p.phase() == changed.phase() ? changed : p).toList(), log);
  }

  BuildProgress with(Path file) {
    return new BuildProgress(phases, Optional.of(file));
  }
}
