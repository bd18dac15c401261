/**
 * Parses a command line, runs or asks, prints, sets the exit code.
 *
 * <p>{@code paddock claude} and its like are parsed by {@link dev.paddock.cli.AgentArguments} and
 * not by picocli: everything that is not ours belongs to the agent, in its order, whatever it looks
 * like.
 */
@NullMarked
package dev.paddock.cli;

import org.jspecify.annotations.NullMarked;
