package dev.paddock.proxy.tls;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * The guest-facing side of intercepted hosts: one TLS context for each, made at its first use.
 *
 * <p>May be used by several threads.
 */
public final class InterceptTls implements AutoCloseable {
  static final ApplicationProtocolConfig HTTP_1 =
      new ApplicationProtocolConfig(
          Protocol.ALPN,
          SelectorFailureBehavior.NO_ADVERTISE,
          SelectedListenerFailureBehavior.ACCEPT,
          ApplicationProtocolNames.HTTP_1_1);

  private static final int MOST_HOSTS = 200;

  /**
   * Without the post-quantum ones: they keep what is recorded now from being read in the future,
   * and these bytes never leave this machine.
   */
  private static final List<String> GROUPS = List.of("X25519", "P-256", "P-384");

  private final SessionCa ca;
  private final Map<String, SslContext> contexts = new HashMap<>();
  private boolean closed;

  /** TLS with certificates of this authority. */
  public InterceptTls(SessionCa ca) {
    this.ca = ca;
  }

  /**
   * The context that shows the certificate of this host. Throws IllegalStateException if closed, or
   * when the session has used more hosts than any client does: names below a domain are many.
   */
  public synchronized SslContext contextFor(String host) {
    if (closed) {
      throw new IllegalStateException("the session has ended");
    }
    if (contexts.size() >= MOST_HOSTS && !contexts.containsKey(host)) {
      throw new IllegalStateException("too many hosts");
    }
    return contexts.computeIfAbsent(host, this::context);
  }

  private SslContext context(String host) {
    try {
      var provider = Providers.best();
      var builder =
          SslContextBuilder.forServer(ca.leafKey(), ca.leaf(host), ca.certificate())
              .sslProvider(provider)
              .applicationProtocolConfig(HTTP_1);
      if (provider != SslProvider.JDK) {
        builder.option(OpenSslContextOption.GROUPS, GROUPS.toArray(String[]::new));
      }
      return builder.build();
    } catch (SSLException e) {
      throw new IllegalStateException("no TLS context for an intercepted host", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    contexts.values().forEach(ReferenceCountUtil::release);
    contexts.clear();
  }
}
