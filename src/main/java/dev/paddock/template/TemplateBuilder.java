package dev.paddock.template;

import dev.paddock.base.ExplainedException;
import dev.paddock.base.Signal;

/** Builds templates. */
@FunctionalInterface
public interface TemplateBuilder {

  /**
   * Builds a template and makes it the current one; blocks for minutes.
   *
   * <p>Interrupting the thread cancels it at any point. A build that fails or is cancelled leaves
   * nothing behind but its log, and the template that was current before stays so.
   *
   * @param progress gets every change, on the thread of the build and others
   * @throws dev.paddock.base.CancelledException when interrupted
   * @throws ExplainedException when it cannot be built, with the reason
   */
  Template build(TemplateChoices choices, Signal<BuildProgress> progress) throws ExplainedException;
}
