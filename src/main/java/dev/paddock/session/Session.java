package dev.paddock.session;

import dev.paddock.base.Signal;
import dev.paddock.proxy.log.RequestHistory;
import java.util.List;

/** A session of this process: what was decided, how it is, and the way to end it. */
public interface Session {

  /** What was decided for it. */
  LaunchPlan plan();

  /** Its state, steps and outcome, to be watched. Told on background threads. */
  Signal<SessionStatus> status();

  /** Requests that were refused or went wrong, newest last, at most 200; safe to show. */
  Signal<List<NetworkNotice>> network();

  /** Its last requests with their numbers, refused ones among them. */
  RequestHistory requests();

  /**
   * Asks it to end: the agent gets a hang-up, the VM is deleted. Returns at once; asking twice does
   * nothing more.
   */
  void stop();

  /** Waits until the session is {@link SessionState#isFinal() final}. */
  SessionStatus await() throws InterruptedException;
}
