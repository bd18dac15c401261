/** Builds the object graph with plain constructors, starts and stops it in order. */
@NullMarked
package dev.paddock.app;

import org.jspecify.annotations.NullMarked;
