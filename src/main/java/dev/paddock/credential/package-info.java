/** Finds the host's credentials and makes the placeholders that stand for them in a VM. */
@NullMarked
package dev.paddock.credential;

import org.jspecify.annotations.NullMarked;
