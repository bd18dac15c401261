package dev.paddock.ui.launch;

import dev.paddock.base.UserError;
import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;

/** What is known of the launch. */
public sealed interface PlanState {
  /** Nothing yet. */
  record Unknown() implements PlanState {}

  /** It can be started. */
  record Planned(LaunchRequest request, LaunchPlan plan) implements PlanState {}

  /** It cannot be started as it is. */
  record Refused(UserError error) implements PlanState {}
}
