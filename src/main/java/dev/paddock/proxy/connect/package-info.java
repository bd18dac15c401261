/**
 * Opens ways to servers: resolves a name, checks its addresses, dials, speaks TLS and to the user's
 * own proxy.
 *
 * <p>For the proxy's handlers, none of which it knows. A {@link
 * dev.paddock.proxy.connect.Connector} opens a {@link dev.paddock.proxy.connect.Route}.
 */
@NullMarked
package dev.paddock.proxy.connect;

import org.jspecify.annotations.NullMarked;
