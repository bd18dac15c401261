package dev.paddock.ui.wizard;

import dev.paddock.template.TemplateChoices;

/** Builds templates. */
@FunctionalInterface
public interface TemplateBuilds {

  /** Starts to build in the background; the template that worked before stays until it is done. */
  TemplateBuild start(TemplateChoices choices);
}
