package dev.paddock.session;

import dev.paddock.base.ExplainedException;
import dev.paddock.lima.GuestConnection;
import dev.paddock.lima.LimaException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Connects to the VM by ssh, and gives its programs their only way out: to the proxy's socket. */
final class ConnectStep implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Long enough to write out what the guest still holds, short enough for a person to wait. */
  private static final Duration SYNC_LIMIT = Duration.ofSeconds(5);

  private final SessionId id;
  private final SessionHost host;
  private final ProxyStep proxy;
  private final BootStep boot;
  private @Nullable GuestConnection connection;

  ConnectStep(SessionId id, SessionHost host, ProxyStep proxy, BootStep boot) {
    this.id = id;
    this.host = host;
    this.proxy = proxy;
    this.boot = boot;
  }

  @Override
  public StepName name() {
    return StepName.CONNECT;
  }

  @Override
  public void run(Consumer<String> progress) throws ExplainedException, InterruptedException {
    try {
      var instance = host.limactl().instance(id.name());
      connection =
          GuestConnection.open(host.commands(), host.starter(), instance, proxy.forwards(), LIMIT);
    } catch (LimaException e) {
      throw boot.reason(e);
    }
  }

  /** The VM is removed at once, so what its programs wrote to mounted folders goes out first. */
  @Override
  public void undo() throws InterruptedException {
    if (connection == null) {
      return;
    }
    try {
      connection.run("sync", SYNC_LIMIT);
    } catch (ExplainedException e) {
      // The VM is gone or hangs; what it wrote before is on the host already.
    } finally {
      connection.close();
    }
  }

  GuestConnection connection() {
    if (connection == null) {
      throw new IllegalStateException("not connected");
    }
    return connection;
  }
}
