/**
 * What a session runs in its VM: one script that prepares it, sent in one ssh exec, and the one
 * that starts the agent.
 *
 * <p>Both run on the guest's side and are no control over it: what the guest must not do is kept
 * from it on the host (the shared folders of QEMU, its closed network, the proxy).
 */
@NullMarked
package dev.paddock.session.guest;

import org.jspecify.annotations.NullMarked;
