package dev.paddock.session;

import dev.paddock.base.AppFolders;
import dev.paddock.base.Commands;
import dev.paddock.base.ProcessStarter;
import dev.paddock.lima.Limactl;
import java.nio.file.Path;

/**
 * The parts of this machine that a session uses.
 *
 * @param folders where Paddock's files lie
 * @param limactl makes and removes VMs
 * @param commands run programs to their end
 * @param starter starts programs that stay
 */
public record SessionHost(
    AppFolders folders, Limactl limactl, Commands commands, ProcessStarter starter) {

  /** A folder in which a tool finds nothing that a guest wrote. */
  Path quietFolder() {
    return folders.home();
  }
}
