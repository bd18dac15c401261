package dev.paddock.template;

import dev.paddock.base.Escaped;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.Signal;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Tells the person and the log what a build is doing; one phase at a time. */
final class BuildTracker {
  /** What a phase does. */
  interface Work<T> {
    T run() throws ExplainedException, InterruptedException;
  }

  private final Signal<BuildProgress> progress;
  private final BuildLog log;
  private volatile long began;
  private volatile String part = "";

  BuildTracker(Signal<BuildProgress> progress, BuildLog log) {
    this.progress = progress;
    this.log = log;
    progress.set(BuildProgress.waiting().with(log.file()));
  }

  /** Carries a phase out, with its state and time. */
  <T> T phase(BuildPhase phase, Work<T> work) throws ExplainedException, InterruptedException {
    began = System.nanoTime();
    part = "";
    log.add("== " + phase.title());
    change(phase, p -> new PhaseProgress(phase, PhaseProgress.State.ACTIVE, took(), NONE, ""));
    boolean done = false;
    try {
      var result = work.run();
      done = true;
      return result;
    } finally {
      var state = done ? PhaseProgress.State.DONE : PhaseProgress.State.FAILED;
      change(phase, p -> new PhaseProgress(phase, state, took(), NONE, done(p, state)));
      log.add("== " + phase.title() + ": " + state + " after " + took().toMillis() + " ms");
    }
  }

  /** What a phase does that has no result. */
  interface Action {
    void run() throws ExplainedException, InterruptedException;
  }

  /** Carries a phase out, with its state and time. */
  void step(BuildPhase phase, Action action) throws ExplainedException, InterruptedException {
    phase(
        phase,
        () -> {
          action.run();
          return phase;
        });
  }

  /** Passes a phase over. */
  void skip(BuildPhase phase) {
    var skipped = new PhaseProgress(phase, PhaseProgress.State.SKIPPED, Duration.ZERO, NONE, "");
    change(phase, p -> skipped);
  }

  /** Takes lines of tools and of the guest for a phase: shown, and kept in the log. */
  Consumer<String> lines(BuildPhase phase) {
    return line -> {
      log.add(line);
      if (ProvisionScript.beginsPart(line)) {
        part = ProvisionScript.partOf(line);
        detail(phase, part);
      } else if (!line.isBlank()) {
        detail(phase, part.isEmpty() ? line : part + ": " + line.strip());
      }
    };
  }

  /** Takes a download's progress for a phase. */
  DownloadProgress percent(BuildPhase phase, String what) {
    return (done, total) -> {
      if (total > 0) {
        var percent = OptionalInt.of((int) Math.min(100, done * 100 / total));
        if (!progress.get().of(phase).percent().equals(percent)) {
          change(
              phase, p -> new PhaseProgress(phase, p.state(), took(), percent, Escaped.text(what)));
        }
      }
    };
  }

  private void detail(BuildPhase phase, String text) {
    change(
        phase,
        p -> new PhaseProgress(phase, p.state(), took(), p.percent(), Escaped.text(text, 160)));
  }

  private void change(BuildPhase phase, UnaryOperator<PhaseProgress> change) {
    progress.update(all -> all.with(change.apply(all.of(phase))));
  }

  /** A phase that failed keeps its last line, for that is where it stood. */
  private static String done(PhaseProgress before, PhaseProgress.State state) {
    return state == PhaseProgress.State.FAILED ? before.detail() : "";
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static final OptionalInt NONE = OptionalInt.empty();
}
