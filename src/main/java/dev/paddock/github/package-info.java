/** Finds the repositories of a set of folders. */
@NullMarked
package dev.paddock.github;

import org.jspecify.annotations.NullMarked;
