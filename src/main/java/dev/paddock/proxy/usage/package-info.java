/** Reads how many tokens a request took out of the provider's answer, while that streams by. */
@NullMarked
package dev.paddock.proxy.usage;

import org.jspecify.annotations.NullMarked;
