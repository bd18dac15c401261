/**
 * What is kept of a session's requests: {@link dev.paddock.proxy.log.RequestHistory} for people who
 * look on, {@link dev.paddock.proxy.log.RequestLog} as a file. Both take the proxy's events, on its
 * threads, and neither holds it up.
 */
@NullMarked
package dev.paddock.proxy.log;

import org.jspecify.annotations.NullMarked;
