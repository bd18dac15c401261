package dev.paddock.session;

/** The steps of a start, in the order in which they are begun. */
public enum StepName {
  /** Make the session's folders and its control socket; its lease is on disk before. */
  LEASE("Reserve the session"),
  /** Make the VM's disk and configuration from the template. */
  CLONE("Clone the template"),
  /** Open this session's own way out, with its placeholders and certificate authority. */
  PROXY("Open the proxy"),
  /** Start the VM and wait until it answers. */
  BOOT("Start the VM"),
  /** Connect the VM's way out to the proxy. */
  CONNECT("Connect the VM"),
  /** Mount the folders, install certificate, settings and placeholders. */
  PREPARE("Prepare the VM");

  private final String label;

  StepName(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
