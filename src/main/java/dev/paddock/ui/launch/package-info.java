/**
 * The sheet that turns a folder into a launch request and shows what will happen before it does.
 */
@NullMarked
package dev.paddock.ui.launch;

import org.jspecify.annotations.NullMarked;
