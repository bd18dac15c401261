/**
 * Renews logins: {@link dev.paddock.credential.refresh.RefreshingLogin} decides when and lets one
 * process at a time do it, a {@link dev.paddock.credential.refresh.Refresher} does it.
 *
 * <p>Rotated refresh tokens work once, so an answer of the token endpoint is on disk before
 * anything else is done with it, and a login that another program has replaced is never
 * overwritten.
 */
@NullMarked
package dev.paddock.credential.refresh;

import org.jspecify.annotations.NullMarked;
