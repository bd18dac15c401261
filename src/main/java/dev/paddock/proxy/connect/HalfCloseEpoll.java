package dev.paddock.proxy.connect;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.util.concurrent.ThreadAwareExecutor;

/**
 * Netty's epoll, mended for channels whose input has ended.
 *
 * <p>Such a channel waits for nothing while it has nothing to write. Netty (4.2.18, and 4.2.20
 * still) then takes it out of the epoll set but believes it to be in there: as soon as a full
 * socket makes it wait again, {@code epoll_ctl} fails, and the rest of what was to be written is
 * lost. So the channel stays in the set, edge-triggered, with nothing to wait for but its failure.
 */
final class HalfCloseEpoll implements IoHandlerFactory {
  private final IoHandlerFactory epoll = EpollIoHandler.newFactory();

  @Override
  public IoHandler newHandler(ThreadAwareExecutor executor) {
    return new Handler(epoll.newHandler(executor));
  }

  @Override
  public boolean isChangingThreadSupported() {
    return epoll.isChangingThreadSupported();
  }

  private record Handler(IoHandler epoll) implements IoHandler {
    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
      return new Registration(epoll.register(handle));
    }

    @Override
    public void initialize() {
      epoll.initialize();
    }

    @Override
    public int run(IoHandlerContext context) {
      return epoll.run(context);
    }

    @Override
    public void prepareToDestroy() {
      epoll.prepareToDestroy();
    }

    @Override
    public void destroy() {
      epoll.destroy();
    }

    @Override
    public void wakeup() {
      epoll.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> type) {
      return epoll.isCompatible(type);
    }
  }

  /** Used by its event loop's thread. */
  private static final class Registration implements IoRegistration {
    private final IoRegistration epoll;
    private boolean added;

    Registration(IoRegistration epoll) {
      this.epoll = epoll;
    }

    @Override
    public long submit(IoOps ops) {
      boolean none = ops.equals(EpollIoOps.NONE);
      added |= !none;
      return epoll.submit(none && added ? EpollIoOps.EPOLLET : ops);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Netty's signature
    public <T> T attachment() {
      return epoll.attachment();
    }

    @Override
    public boolean isValid() {
      return epoll.isValid();
    }

    @Override
    public boolean cancel() {
      return epoll.cancel();
    }
  }
}
