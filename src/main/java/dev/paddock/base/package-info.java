/**
 * What all other packages need: child processes, background tasks, observable values, errors for
 * people, atomic JSON files, sizes and the places where Paddock keeps its files.
 *
 * <p>An expected failure is an {@link dev.paddock.base.ExplainedException}: the class that knows
 * the boundary best (a tool, a file, a socket) also knows what to tell a person, so the sentence
 * stands beside the data and not in a far away table.
 */
@NullMarked
package dev.paddock.base;

import org.jspecify.annotations.NullMarked;
