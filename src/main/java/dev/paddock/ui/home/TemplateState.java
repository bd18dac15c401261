package dev.paddock.ui.home;

import dev.paddock.base.UserError;
import dev.paddock.template.Template;

/** What is known of the template. */
public sealed interface TemplateState {
  /** Not looked yet. */
  record Unknown() implements TemplateState {}

  /** There is none: the first thing to do is to make one. */
  record Missing() implements TemplateState {}

  /** There is one. */
  record Ready(Template template) implements TemplateState {}

  /** There is something, but it cannot be used. */
  record Broken(UserError error) implements TemplateState {}
}
