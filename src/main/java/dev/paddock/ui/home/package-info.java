/** The first screen: drop a folder, take up a recent project, see how the template is. */
@NullMarked
package dev.paddock.ui.home;

import org.jspecify.annotations.NullMarked;
