package dev.paddock.proxy;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.function.Function;

/** The channel classes of one kind of event loop. */
record Transport(
    IoHandlerFactory io,
    Class<? extends ServerChannel> tcpServer,
    Class<? extends ServerChannel> unixServer,
    Class<? extends Channel> tcpClient,
    Function<Path, SocketAddress> unixAddress) {

  /**
   * The JDK's own event queue. Netty 4.2.18's epoll channels are faster, but lost the end of an
   * answer in one of ten runs where the client had ended its input first ({@code ProxyIT}).
   */
  static Transport jdk() {
    return new Transport(
        NioIoHandler.newFactory(),
        NioServerSocketChannel.class,
        NioServerDomainSocketChannel.class,
        NioSocketChannel.class,
        UnixDomainSocketAddress::of);
  }

  Class<? extends ServerChannel> serverFor(ListenAddress address) {
    return address instanceof ListenAddress.UnixSocket ? unixServer : tcpServer;
  }

  SocketAddress socketAddress(ListenAddress address) {
    return switch (address) {
      case ListenAddress.UnixSocket(var path) -> unixAddress.apply(path);
      case ListenAddress.Loopback(var port) ->
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    };
  }
}
