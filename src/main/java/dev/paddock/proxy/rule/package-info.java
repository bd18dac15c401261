/**
 * Decides, as pure functions over immutable data, what happens to a connection and to a request.
 *
 * <p>For the proxy only; nothing here knows Netty, a socket or a clock.
 */
@NullMarked
package dev.paddock.proxy.rule;

import org.jspecify.annotations.NullMarked;
