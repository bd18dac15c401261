package dev.paddock.proxy;

import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.connect.Transport;
import dev.paddock.proxy.name.NameHandler;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Where one session's guest reaches the proxy. May be used by several threads. */
public final class ProxyListener implements AutoCloseable {
  private static final WriteBufferWaterMark WATER_MARK =
      new WriteBufferWaterMark(32 * 1024, 128 * 1024);

  private final ProxySession session;
  private final String caPem;
  private final BasicSecret secret;
  private final int maxConnections;
  private final Transport transport;
  private final EventLoopGroup loops;
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
  private final Set<Path> sockets = ConcurrentHashMap.newKeySet();
  private ListenAddress address = new ListenAddress.Loopback(0);

  ProxyListener(
      ProxySession session,
      String caPem,
      BasicSecret secret,
      int maxConnections,
      Transport transport,
      EventLoopGroup loops) {
    this.session = session;
    this.caPem = caPem;
    this.secret = secret;
    this.maxConnections = maxConnections;
    this.transport = transport;
    this.loops = loops;
  }

  /** Where it listens; a TCP port is the real one. */
  public ListenAddress address() {
    return address;
  }

  /** The user that clients name. */
  public String user() {
    return secret.user();
  }

  /** The secret that clients send; required over TCP. */
  public String secret() {
    return secret.secret();
  }

  /** The certificate authority that clients must trust. */
  public String caPem() {
    return caPem;
  }

  /** What the guest holds instead of credentials. */
  public Placeholders placeholders() {
    return session.placeholders();
  }

  /** Ends every connection of the session, and listens no more. */
  @Override
  public void close() {
    channels.close().awaitUninterruptibly(2_000);
    session.pool().close();
    session.secrets().close();
    session.tls().close();
    for (var path : sockets) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // Nobody listens there any more; the session removes its folder.
      }
    }
  }

  /**
   * Answers the names that the guest's programs look up, by DNS over TCP, with addresses for which
   * the listener then knows the names.
   *
   * @throws ListenException when the address cannot be had
   */
  public void answerNames(ListenAddress.UnixSocket at) throws ListenException {
    bind(
        at, channel -> accept(channel, () -> NameHandler.add(channel.pipeline(), session.names())));
  }

  void open(ListenAddress wanted) throws ListenException {
    // Over TCP any program of this machine could connect; a socket file has a mode.
    boolean secretRequired = wanted instanceof ListenAddress.Loopback;
    address =
        bind(
            wanted,
            channel ->
                accept(
                    channel,
                    () -> HttpStage.addProxying(channel, session, secret, secretRequired)));
  }

  private ListenAddress bind(ListenAddress wanted, Consumer<Channel> accept)
      throws ListenException {
    var binding =
        new ServerBootstrap()
            .group(loops)
            .channel(transport.serverFor(wanted))
            .childOption(ChannelOption.ALLOCATOR, Transport.buffers())
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    accept.accept(channel);
                  }
                })
            .bind(transport.socketAddress(wanted))
            .awaitUninterruptibly();
    if (!binding.isSuccess()) {
      throw new ListenException(wanted, why(binding.cause()), binding.cause());
    }
    channels.add(binding.channel());
    try {
      return opened(wanted, binding.channel());
    } catch (IOException e) {
      close();
      throw new ListenException(wanted, why(e), e);
    }
  }

  private void accept(Channel channel, Runnable setUp) {
    // Two of the group are listeners.
    if (channels.size() > maxConnections) {
      session.events().refused("", "the session has too many connections open");
      // Only once it is set up: a channel that closes while it registers stays open.
      channel.eventLoop().execute(channel::close);
      return;
    }
    channels.add(channel);
    setUp.run();
  }

  private ListenAddress opened(ListenAddress wanted, Channel channel) throws IOException {
    return switch (wanted) {
      case ListenAddress.UnixSocket(var path) -> {
        sockets.add(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        yield wanted;
      }
      case ListenAddress.Loopback asked ->
          channel.localAddress() instanceof InetSocketAddress local
              ? new ListenAddress.Loopback(local.getPort())
              : asked;
    };
  }

  private static String why(Throwable cause) {
    return String.valueOf(cause.getMessage());
  }
}
