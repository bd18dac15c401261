/** One session on screen: its start, its terminal, its end, and the questions it asks. */
@NullMarked
package dev.paddock.ui.session;

import org.jspecify.annotations.NullMarked;
