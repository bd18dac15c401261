package dev.paddock.session;

import dev.paddock.base.ExplainedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what sessions left whose process died. The agent's terminal died with that process, so no
 * agent is at work any more in such a VM, and what it wrote is in the project's folder already.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final LeaseStore leases;
  private final SessionHost host;

  Recovery(LeaseStore leases, SessionHost host) {
    this.leases = leases;
    this.host = host;
  }

  /** One that cannot be removed is left for the next start, and keeps nobody from working. */
  List<SessionId> run() throws ExplainedException, InterruptedException {
    var removed = new ArrayList<SessionId>();
    for (var lease : leases.all()) {
      if (lease.owner().alive()) {
        continue;
      }
      try {
        remove(lease);
        removed.add(lease.sessionId());
      } catch (ExplainedException e) {
        LOG.warn("What is left of {} cannot be removed now", lease.id(), e);
      }
    }
    leases.removeLeftovers();
    return removed;
  }

  /** Every undo of a session comes down to this, wherever it stood. */
  private void remove(Lease lease) throws ExplainedException, InterruptedException {
    LOG.info("{} lost its process in state {}, owing {}", lease.id(), lease.state(), lease.owed());
    if (lease.owed().contains(StepName.CLONE)) {
      host.limactl().kill(lease.id());
    }
    var run = RunFolder.of(host.folders().run(), lease.sessionId());
    try {
      run.delete();
    } catch (IOException e) {
      throw new LeaseException(run.path(), e);
    }
    leases.remove(lease);
  }
}
