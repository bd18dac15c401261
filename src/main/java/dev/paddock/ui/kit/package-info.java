/**
 * What every screen is made of: the one door to the FX thread, life cycles, the bridge from signals
 * to properties, and the small controls that look the same everywhere.
 */
@NullMarked
package dev.paddock.ui.kit;

import org.jspecify.annotations.NullMarked;
