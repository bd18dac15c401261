/**
 * Tells from what an agent writes to its terminal whether it works or waits, without a toolkit.
 *
 * <p>{@link dev.paddock.activity.ActivityTracker} puts signs together that differ from agent to
 * agent, see {@link dev.paddock.activity.ActivityRules}. Where they leave room for doubt it says
 * nothing. A guest chooses all of these signs: they decide on nothing but a dot and a word.
 */
@NullMarked
package dev.paddock.activity;

import org.jspecify.annotations.NullMarked;
