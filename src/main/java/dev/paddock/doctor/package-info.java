/** Checks what Paddock needs on this machine, each check with its fix. */
@NullMarked
package dev.paddock.doctor;

import org.jspecify.annotations.NullMarked;
