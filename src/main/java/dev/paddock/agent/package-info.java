/** Says what each agent needs: package, command, environment, guest files, credential kinds. */
@NullMarked
package dev.paddock.agent;

import org.jspecify.annotations.NullMarked;
