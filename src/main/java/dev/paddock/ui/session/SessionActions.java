package dev.paddock.ui.session;

import dev.paddock.session.Session;

/** What the window does for the screen of a session. FX thread only. */
public interface SessionActions {

  /** Plans the same request anew and starts it in place of a session that has ended. */
  void startAgain(Session ended);

  /** Drops a session that has ended. */
  void close(Session ended);

  /** Opens Paddock's log. */
  void openLog();
}
