package dev.paddock.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one session's lease on disk in step with what happens. */
final class LeaseKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  private final LeaseStore store;
  private Lease lease;

  LeaseKeeper(LeaseStore store, Lease lease) {
    this.store = store;
    this.lease = lease;
  }

  void owe(StepName step) throws LeaseException {
    write(lease.owing(step));
  }

  void enter(SessionState state) throws LeaseException {
    write(lease.in(state));
  }

  /** While a session is taken down a full disk must not keep the VM alive. */
  void tryEnter(SessionState state) {
    attempt(lease.in(state));
  }

  /** Notes that a step was undone; see {@link #tryEnter}. */
  void trySettle(StepName step) {
    attempt(lease.settled(step));
  }

  void release() {
    try {
      store.remove(lease);
    } catch (LeaseException e) {
      LOG.warn("The lease of {} could not be removed; the next start will", lease.id(), e);
    }
  }

  private void attempt(Lease next) {
    try {
      write(next);
    } catch (LeaseException e) {
      LOG.warn("The lease of {} could not be written", lease.id(), e);
      lease = next;
    }
  }

  private void write(Lease next) throws LeaseException {
    store.write(next);
    lease = next;
  }
}
