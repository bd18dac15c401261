/** Makes the template: Check, Choose, Build, Ready. */
@NullMarked
package dev.paddock.ui.wizard;

import org.jspecify.annotations.NullMarked;
