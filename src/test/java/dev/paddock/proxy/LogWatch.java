package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Keeps every line that is logged, in search of secrets and of buffers that were not released. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final int ROUNDS = 2;

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<String> lines = new CopyOnWriteArrayList<>();

  LogWatch() {
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    lines.add(
        event.getLevel()
            + " "
            + event.getLoggerName()
            + " "
            + event.getFormattedMessage()
            + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
  }

  List<String> lines() {
    return lines;
  }

  /** Netty reports a lost buffer when a later one is made and the lost one was collected. */
  void assertNothingLeaked() {
    for (int i = 0; i < ROUNDS; i++) {
      System.gc();
      ByteBufAllocator.DEFAULT.directBuffer(16).release();
    }
    assertThat(lines).noneMatch(l -> l.contains("LEAK"));
  }

  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
