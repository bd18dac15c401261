package dev.paddock.doctor;

import dev.paddock.base.ExplainedException;

/** One thing to look at. */
interface Check {

  /** Unique among the checks. */
  String id();

  /** What a person reads. */
  String title();

  /**
   * Looks; blocks for a moment.
   *
   * @throws ExplainedException where the thing does not work; its words become the finding
   */
  Finding look() throws ExplainedException, InterruptedException;
}
