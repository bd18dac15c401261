/**
 * Turns choices into a versioned template VM: Lima YAML, provisioning script, build, age.
 *
 * <p>To follow a build read {@link dev.paddock.template.LimaTemplateBuilder}; what happens inside
 * the VM is the one script {@code provision.sh}, which also lies beside each template's disk as
 * {@code paddock-provision.sh}. Where agent-vm has one VM {@code claude-template} that is replaced,
 * Paddock has {@code template-<date>-<id>} and a pointer to the current one, so that a failed build
 * costs nothing and a running session keeps the disk that it began with.
 */
@NullMarked
package dev.paddock.template;

import org.jspecify.annotations.NullMarked;
