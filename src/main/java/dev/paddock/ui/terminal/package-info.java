/**
 * The pane in which an agent's terminal is shown: JediTermFX behind a small interface of ours, with
 * the gate of {@code dev.paddock.terminal} in front of it, so that another widget could replace it.
 */
@NullMarked
package dev.paddock.ui.terminal;

import org.jspecify.annotations.NullMarked;
