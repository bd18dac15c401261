package dev.paddock.ui.wizard;

/** Where the wizard leads to. FX thread only. */
public interface WizardActions {

  /** A template was built; what is known of the template is out of date. */
  void templateChanged();

  /** Lets the person choose a folder and opens the launch sheet. */
  void chooseFolder();

  /** Leaves the wizard. */
  void close();

  /** Opens the folder of Paddock's log. */
  void openLog();
}
