/** A project folder: its state folder, its mounts, and what may not be mounted. */
@NullMarked
package dev.paddock.project;

import org.jspecify.annotations.NullMarked;
