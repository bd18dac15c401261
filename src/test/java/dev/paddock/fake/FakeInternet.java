package dev.paddock.fake;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The servers that a test's clients may meet, behind one port of the loopback, with real TLS, HTTP
 * and WebSockets; remembers every request.
 */
public final class FakeInternet implements AutoCloseable {
  private static final int LARGEST_BODY = 64 << 20;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("fake-internet", true), NioIoHandler.newFactory());
  private final Map<String, Site> sites;
  private final Queue<SiteRequest> requests = new ConcurrentLinkedQueue<>();
  private final Channel server;
  private volatile Duration pace = Duration.ZERO;

  /** Has these sites, by their hosts' names. */
  public FakeInternet(TestCa ca, Map<String, Site> sites)
      throws IOException, GeneralSecurityException {
    this.sites = Map.copyOf(sites);
    var tls =
        new JdkSslContext(
            ca.server(sites.keySet().toArray(String[]::new)),
            false,
            null,
            SupportedCipherSuiteFilter.INSTANCE,
            ApplicationProtocolConfig.DISABLED,
            ClientAuth.NONE,
            null,
            false);
    server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            tls.newHandler(channel.alloc()),
                            new HttpServerCodec(),
                            new HttpObjectAggregator(LARGEST_BODY),
                            new WebSocketServerCompressionHandler(0),
                            new FakeServer(FakeInternet.this::ask, () -> pace));
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  /** How long each event of a stream waits for the one before it; at first they go out at once. */
  public void pace(Duration between) {
    pace = between;
  }

  /** Its port on the loopback. */
  public int port() {
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  /** Whether there is a host of that name. */
  public boolean has(String host) {
    return sites.containsKey(host);
  }

  /** All requests so far, whatever they were answered with. */
  public List<SiteRequest> requests() {
    return List.copyOf(requests);
  }

  /** The requests to a host whose path begins so. */
  public List<SiteRequest> requests(String host, String path) {
    return requests.stream()
        .filter(r -> r.host().equals(host) && r.path().startsWith(path))
        .toList();
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
  }

  private Site ask(SiteRequest request) {
    requests.add(request);
    return sites.getOrDefault(request.host(), r -> SiteAnswer.json(421, "{}"));
  }
}
