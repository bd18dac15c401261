package dev.paddock.ui.window;

import dev.paddock.session.Session;

/** What the window shows beside its sidebar. */
sealed interface Place {
  /** The first screen. */
  record Home() implements Place {}

  /** The template wizard. */
  record Wizard() implements Place {}

  /** One session. */
  record OneSession(Session session) implements Place {}
}
