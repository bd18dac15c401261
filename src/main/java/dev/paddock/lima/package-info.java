/**
 * Speaks {@code limactl}, ssh and QEMU's arguments: typed verbs out, records in, and every file
 * name of an instance in one place.
 *
 * <p>Our instances live in a {@code LIMA_HOME} of our own, never among the person's. Whatever comes
 * out of a guest (output, host keys, the state of its sshd) is untrusted.
 */
@NullMarked
package dev.paddock.lima;

import org.jspecify.annotations.NullMarked;
