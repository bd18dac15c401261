package dev.paddock.app;

import dev.paddock.session.Session;
import dev.paddock.session.SessionState;
import dev.paddock.session.Sessions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes this process's sessions down when it ends: by a signal, a closed terminal or window. */
final class StopAtExit {
  private static final Logger LOG = LoggerFactory.getLogger(StopAtExit.class);

  private final Sessions sessions;

  StopAtExit(Sessions sessions) {
    this.sessions = sessions;
  }

  /** From now on. */
  void install() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stopAll));
  }

  private void stopAll() {
    List<Session> running = sessions.own().get().stream().filter(s -> !state(s).isFinal()).toList();
    running.forEach(Session::stop);
    try {
      for (var session : running) {
        session.await();
      }
    } catch (InterruptedException e) {
      LOG.warn("Not all sessions were taken down; the next start will do it");
    }
  }

  private static SessionState state(Session session) {
    return session.status().get().state();
  }
}
