package dev.paddock.base;

import org.jspecify.annotations.Nullable;

/** An expected failure that can explain itself to a person. Sub-classes carry the data. */
public abstract class ExplainedException extends Exception {

  /** A failure without a cause. */
  protected ExplainedException(String message) {
    super(message);
  }

  /** A failure with a cause, which may be null. */
  protected ExplainedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What, why, and how to fix it. */
  public abstract UserError explain();
}
