/**
 * Runs a program on a pty and is the gate for every byte between a guest's program and a widget,
 * without a toolkit.
 *
 * <p>What comes out of a VM is untrusted and often more than a widget understands. {@link
 * dev.paddock.terminal.TerminalGate} reads it with {@link dev.paddock.terminal.VtParser}, passes on
 * what is known and harmless in one plain form, answers questions that it can answer, reports what
 * is meant for the window, and drops the rest: nothing reaches a widget that is not in a table
 * here.
 */
@NullMarked
package dev.paddock.terminal;

import org.jspecify.annotations.NullMarked;
