/**
 * Plans, starts, watches and ends VM sessions, and cleans up after ones that died.
 *
 * <p>To follow one session read {@link dev.paddock.session.LaunchRequest}, {@link
 * dev.paddock.session.LaunchPlanner}, {@link dev.paddock.session.LaunchPlan}, {@link
 * dev.paddock.session.SessionRunner}, {@link dev.paddock.session.SessionSteps} and {@link
 * dev.paddock.session.Session}, in this order.
 */
@NullMarked
package dev.paddock.session;

import org.jspecify.annotations.NullMarked;
