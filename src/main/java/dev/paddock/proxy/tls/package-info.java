/** The session's certificate authority towards guests, and whom we trust upstream. */
@NullMarked
package dev.paddock.proxy.tls;

import org.jspecify.annotations.NullMarked;
