/**
 * Ends the guest's TLS, puts the right credential on the right request, streams, and logs nothing
 * secret.
 *
 * <p>{@link dev.paddock.proxy.ProxyServer} owns the event loops, a {@link
 * dev.paddock.proxy.ProxyListener} belongs to one session; {@code HttpStage} shows the handlers in
 * their order. Two channels that belong together run on one event loop, so that handlers need no
 * locks. This is the only package that may use Netty.
 */
@NullMarked
package dev.paddock.proxy;

import org.jspecify.annotations.NullMarked;
