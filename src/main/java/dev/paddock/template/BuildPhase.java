package dev.paddock.template;

/** The phases of a template's build, in order. */
public enum BuildPhase {
  /** Lima is there, there is room on the disk, the choices make sense. */
  CHECK("Check this machine"),
  /** The operating system's image is there and is the right one. */
  IMAGE("Get the system image"),
  /** The agents' packages are there and are the right ones. */
  AGENTS("Get the agents"),
  /** The build VM is made. */
  CREATE("Create the VM"),
  /** It boots, and answers. */
  BOOT("Boot the VM"),
  /** Packages, kernel and settings. */
  PROVISION("Install packages"),
  /** The agents' programs are put in. */
  INSTALL("Install the agents"),
  /** The person's own {@code ~/.claude-vm.setup.sh}. */
  USER_SCRIPT("Run your setup script"),
  /** The VM forgets what must not be in every clone of it. */
  FINALISE("Clean up the VM"),
  /** It shuts down. */
  STOP("Shut the VM down"),
  /** Its disk becomes the template, never written again. */
  FREEZE("Keep it as template");

  private final String title;

  BuildPhase(String title) {
    this.title = title;
  }

  /** What a person reads. */
  public String title() {
    return title;
  }
}
