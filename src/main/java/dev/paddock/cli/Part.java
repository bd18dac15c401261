package dev.paddock.cli;

import dev.paddock.base.ExplainedException;

/**
 * Something that a command works with, made when it is asked for: a command that needs less works
 * also where the rest cannot be made.
 */
@FunctionalInterface
interface Part<T> {
  /** The part; the same object each time. */
  T get() throws ExplainedException;
}
