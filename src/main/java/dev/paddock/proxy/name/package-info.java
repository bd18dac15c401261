/**
 * Gives every name that a guest's program looks up an address of its own, so that programs that
 * know nothing of a proxy come to it with the name.
 *
 * <p>The guest redirects their connections to the session's listener, which is asked for an address
 * then, and turns it back into the name: what is allowed, resolved and logged is the same as for a
 * program that asked for the name itself. Nothing is resolved when a name is looked up.
 */
@NullMarked
package dev.paddock.proxy.name;

import org.jspecify.annotations.NullMarked;
