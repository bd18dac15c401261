package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.TerminalExecutorServiceManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The widget's threads, none of which keeps the application from ending. */
final class DaemonExecutors implements TerminalExecutorServiceManager {
  // Platform threads, because writes to a pty block in native code.
  private final ScheduledExecutorService single =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("terminal-input").factory());
  private final ExecutorService unbounded =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("terminal-", 0).factory());

  @Override
  public ScheduledExecutorService getSingleThreadScheduledExecutor() {
    return single;
  }

  @Override
  public ExecutorService getUnboundedExecutorService() {
    return unbounded;
  }

  @Override
  public void shutdownWhenAllExecuted() {
    single.shutdown();
    unbounded.shutdown();
  }
}
