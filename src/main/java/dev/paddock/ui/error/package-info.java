/** The last resort: what nobody caught is logged once and explained to the person. */
@NullMarked
package dev.paddock.ui.error;

import org.jspecify.annotations.NullMarked;
