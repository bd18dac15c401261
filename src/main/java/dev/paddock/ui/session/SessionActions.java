package dev.paddock.ui.session;

import dev.paddock.session.Session;

/** What the window does for the screen of a session. FX thread only. */
public interface SessionActions {

  /** Opens the launch sheet with the same request; a start takes the place of the ended one. */
  void startAgain(Session ended);

  /** Drops a session that has ended. */
  void close(Session ended);

  /** Opens the folder of Paddock's log. */
  void openLog();
}
