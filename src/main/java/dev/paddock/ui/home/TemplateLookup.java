package dev.paddock.ui.home;

import dev.paddock.base.ExplainedException;
import dev.paddock.template.Template;
import java.util.Optional;

/** Finds the template of this machine. */
@FunctionalInterface
public interface TemplateLookup {

  /**
   * The template that sessions are cloned from, or empty where none was built; blocks.
   *
   * @throws ExplainedException where there is one that cannot be used
   */
  Optional<Template> find() throws ExplainedException, InterruptedException;
}
