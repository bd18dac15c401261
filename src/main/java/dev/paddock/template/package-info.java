/** Turns choices into a versioned template VM: Lima YAML, provisioning script, build, age. */
@NullMarked
package dev.paddock.template;

import org.jspecify.annotations.NullMarked;
