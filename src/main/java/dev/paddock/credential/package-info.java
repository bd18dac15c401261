/** Finds and reads the host's credentials, and makes their placeholders. */
@NullMarked
package dev.paddock.credential;

import org.jspecify.annotations.NullMarked;
