package dev.paddock.project;

import java.nio.file.Path;

/**
 * A host folder that the guest sees at the same absolute path.
 *
 * @param path absolute, without links, checked by {@link MountPolicy}
 * @param writable whether the guest may change it
 */
public record Mount(Path path, boolean writable) {}
