package dev.paddock.session;

import java.time.Instant;

/**
 * Something about the session's network that a person should be able to see.
 *
 * @param time when
 * @param host where to, safe to show
 * @param text what happened and why, one sentence, safe to show
 * @param count how often within a minute; {@code time} is that of the last
 */
public record NetworkNotice(Instant time, String host, String text, long count) {
  /** Whether both tell the same, at whatever time and how often. */
  boolean same(NetworkNotice other) {
    return host.equals(other.host) && text.equals(other.text);
  }
}
