/**
 * The panel of a session's requests: a live table, a line of bytes per second, one request whole.
 */
@NullMarked
package dev.paddock.ui.session.requests;

import org.jspecify.annotations.NullMarked;
