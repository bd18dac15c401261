package dev.paddock.ui.launch;

import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;

/** Where the launch sheet leads to. FX thread only. */
public interface Launcher {

  /** Starts the session and shows it in place of the sheet. */
  void launch(LaunchRequest request, LaunchPlan plan);

  /** Closes the sheet; nothing was done. */
  void cancel();

  /** Closes the sheet and opens the template wizard. */
  void openWizard();
}
