package dev.paddock.proxy.tls;

import dev.paddock.base.SystemTrust;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS towards the internet: host names are verified, trust is the JDK's own, the system's bundle,
 * and the files that the user named.
 */
public final class UpstreamTls implements AutoCloseable {
  private static final long HANDSHAKE_MILLIS = 15_000;

  /** Servers give two or more with each connection, of which at most one is ever used again. */
  private static final int MOST_SESSIONS = 256;

  private final SslContext context;

  /** Trusts, besides the usual authorities, those in the given PEM files. */
  public UpstreamTls(List<Path> extraCaFiles) throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    addAll(trusted, List.of(SystemTrust.load().manager().getAcceptedIssuers()));
    for (var file : extraCaFiles) {
      addAll(trusted, certificates(file));
    }
    context =
        SslContextBuilder.forClient()
            .sslProvider(Providers.best())
            .applicationProtocolConfig(InterceptTls.HTTP_1)
            .trustManager(x509(trustManagers(trusted)))
            .endpointIdentificationAlgorithm("HTTPS")
            .build();
    context.sessionContext().setSessionCacheSize(MOST_SESSIONS);
  }

  /** A handler that talks TLS to this host and accepts only its certificate. */
  public SslHandler newHandler(ByteBufAllocator allocator, String host, int port) {
    var handler = context.newHandler(allocator, host, port);
    handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS);
    return handler;
  }

  @Override
  public void close() {
    ReferenceCountUtil.release(context);
  }

  /** The certificates of a PEM file, at least one. */
  public static List<X509Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      var found =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw new CertificateException("it holds no certificate");
      }
      return found;
    }
  }

  private static void addAll(KeyStore store, List<X509Certificate> certificates)
      throws GeneralSecurityException {
    for (var certificate : certificates) {
      store.setCertificateEntry("ca" + store.size(), certificate);
    }
  }

  private static TrustManager[] trustManagers(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static X509TrustManager x509(TrustManager[] managers) {
    for (var manager : managers) {
      if (manager instanceof X509TrustManager found) {
        return found;
      }
    }
    throw new IllegalStateException("this Java trusts no certificates");
  }
}
