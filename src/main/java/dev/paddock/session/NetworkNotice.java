package dev.paddock.session;

import java.time.Instant;

/**
 * Something about the session's network that a person should be able to see.
 *
 * @param time when
 * @param host where to, safe to show
 * @param text what happened and why, one sentence, safe to show
 */
public record NetworkNotice(Instant time, String host, String text) {}
