package dev.paddock.proxy;

import dev.paddock.proxy.connect.Connector;
import dev.paddock.proxy.connect.DialPolicy;
import dev.paddock.proxy.connect.Dialer;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.connect.Lookups;
import dev.paddock.proxy.connect.Resolver;
import dev.paddock.proxy.connect.Transport;
import dev.paddock.proxy.name.StandInNames;
import dev.paddock.proxy.rule.HostPattern;
import dev.paddock.proxy.rule.HostRules;
import dev.paddock.proxy.rule.RequestRules;
import dev.paddock.proxy.scrub.KnownSecrets;
import dev.paddock.proxy.tls.InterceptTls;
import dev.paddock.proxy.tls.SessionCa;
import dev.paddock.proxy.tls.UpstreamTls;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Owns the event loops of all sessions' listeners. Made when the first session starts, closed with
 * the application; may be used by several threads.
 */
public final class ProxyServer implements AutoCloseable {
  private final ProxySettings settings;
  private final SecureRandom random = new SecureRandom();
  private final Transport transport = Transport.best();
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          threads(), new DefaultThreadFactory("paddock-proxy", true), transport.io());
  private final Lookups lookups = new Lookups();
  private final UpstreamTls upstreamTls;
  private final Resolver resolver;
  private final DialPolicy policy;

  /**
   * A server without listeners.
   *
   * @param resolver finds the addresses of hosts
   * @param policy says which of them a guest may reach
   * @throws ProxySettingsException when trusted authorities cannot be used, those of a file or the
   *     system's
   */
  public ProxyServer(ProxySettings settings, Resolver resolver, DialPolicy policy)
      throws ProxySettingsException {
    this.settings = settings;
    this.upstreamTls = upstreamTls(settings);
    this.resolver = resolver;
    this.policy = policy;
  }

  /**
   * Opens a listener for one session, with a certificate authority and a secret of its own.
   *
   * @throws ListenException when the address cannot be had
   */
  public ProxyListener listen(ListenAddress address, SessionAccess access) throws ListenException {
    var rules = new RequestRules(access.placeholders(), access.policy());
    var ca = new SessionCa(domains(rules.hosts()));
    var session =
        new ProxySession(
            access,
            rules,
            new InterceptTls(ca),
            new Connector(
                new Dialer(transport, resolver, policy, lookups.ofASession()), upstreamTls),
            new UpstreamPool(),
            new KnownSecrets(),
            new StandInNames(),
            settings.aiProxy(),
            new Events(access.events(), access.meter()));
    var listener =
        new ProxyListener(
            session,
            ca.pem(),
            new BasicSecret(random),
            settings.maxConnections(),
            transport,
            loops);
    listener.open(address);
    return listener;
  }

  /** Ends all connections and the event loops; waits for a moment at most. */
  @Override
  public void close() {
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    lookups.close();
    upstreamTls.close();
  }

  private static Set<String> domains(HostRules hosts) {
    return hosts.intercepted().stream().map(HostPattern::domain).collect(Collectors.toSet());
  }

  /** Few, so that a new connection's loop often has an idle connection to its server already. */
  private static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
  }

  private static UpstreamTls upstreamTls(ProxySettings settings) throws ProxySettingsException {
    for (var file : settings.extraCaFiles()) {
      try {
        UpstreamTls.certificates(file);
      } catch (IOException | GeneralSecurityException e) {
        throw ProxySettingsException.caFile(file.toString(), String.valueOf(e.getMessage()));
      }
    }
    try {
      return new UpstreamTls(settings.extraCaFiles());
    } catch (IOException | GeneralSecurityException e) {
      throw ProxySettingsException.systemTrust(String.valueOf(e.getMessage()));
    }
  }
}
