/** The shell that knows all screens: sidebar, navigation, sheets, dropped folders, closing. */
@NullMarked
package dev.paddock.ui.window;

import org.jspecify.annotations.NullMarked;
