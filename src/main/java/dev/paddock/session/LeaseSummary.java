package dev.paddock.session;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One written-down session, as {@code paddock list} shows it.
 *
 * @param id its name
 * @param agent what runs in it, such as {@code claude}
 * @param project the project's folder
 * @param state where it is in its life
 * @param created when it was asked for
 * @param pid the process that owns it
 */
public record LeaseSummary(
    SessionId id, String agent, Path project, SessionState state, Instant created, long pid) {}
