package dev.paddock.ui.home;

import dev.paddock.agent.Agent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where Home leads to. */
public interface HomeActions {

  /**
   * Opens the launch sheet.
   *
   * @param folders the project first, then further folders to mount
   * @param agent the one asked for, or empty for the usual one
   */
  void openLaunch(List<Path> folders, Optional<Agent> agent);

  /** Opens the template wizard. */
  void openWizard();
}
