package dev.paddock.ui.wizard;

/** The pages of the wizard, in order. */
public enum WizardPage {
  /** Is everything there? */
  CHECK("Check"),
  /** What shall be in it? */
  CHOOSE("Choose"),
  /** It is being made. */
  BUILD("Build"),
  /** It is there. */
  READY("Ready");

  private final String title;

  WizardPage(String title) {
    this.title = title;
  }

  /** What a person reads. */
  public String title() {
    return title;
  }
}
