package dev.paddock.ui.session;

/** Makes terminal panes. */
@FunctionalInterface
public interface TerminalPanes {

  /** An empty pane for one session. FX thread. */
  TerminalPane create();
}
