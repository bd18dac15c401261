package dev.paddock.ui.window;

/**
 * What closing the window would end.
 *
 * @param sessions how many are not over
 * @param building whether a template is being built
 */
record Running(int sessions, boolean building) {

  boolean nothing() {
    return sessions == 0 && !building;
  }

  String headline() {
    if (sessions == 0) {
      return "The template is still being built";
    }
    return sessions == 1 ? "One session is running" : sessions + " sessions are running";
  }

  String consequence() {
    if (sessions == 0) {
      return "Closing Paddock cancels it. The template that worked before stays.";
    }
    return "Closing Paddock stops "
        + (sessions == 1 ? "it and deletes its VM" : "them and deletes their VMs")
        + (building ? ", and cancels the template's build" : "")
        + ". Your project files stay as they are now.";
  }
}
