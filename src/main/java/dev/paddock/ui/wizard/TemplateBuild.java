package dev.paddock.ui.wizard;

import dev.paddock.base.Signal;

/** A template being built. */
public interface TemplateBuild {

  /** How it is, to be watched. Told on background threads. */
  Signal<BuildStatus> status();

  /** Asks it to end and to leave nothing half made; returns at once. */
  void cancel();
}
