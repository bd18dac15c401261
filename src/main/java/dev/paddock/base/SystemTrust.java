package dev.paddock.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom Paddock trusts as a TLS client: the JDK's certificate authorities and those of this machine.
 *
 * <p>A JDK that is not the distribution's own has its own list, so it does not know the authority
 * that a company's network added to the machine, and nothing could be downloaded there.
 */
public final class SystemTrust {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTrust.class);

  /** Where Debian, Fedora, openSUSE, and macOS or Alpine keep the machine's bundle. */
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private final X509TrustManager manager;

  private SystemTrust(X509TrustManager manager) {
    this.manager = manager;
  }

  /** The JDK's authorities and the first bundle that this machine has. */
  public static SystemTrust load() {
    return loadWith(List.of());
  }

  /** The same with those of these PEM files. */
  public static SystemTrust loadWith(List<Path> more) {
    var machine = BUNDLES.stream().filter(Files::isReadable).limit(1);
    return of(Stream.concat(machine, more.stream()).toList());
  }

  /** The JDK's authorities and those of the PEM files given; an unreadable file is left out. */
  public static SystemTrust of(List<Path> bundles) {
    try {
      var anchors = KeyStore.getInstance(KeyStore.getDefaultType());
      anchors.load(null, null);
      int count = 0;
      for (var issuer : manager(null).getAcceptedIssuers()) {
        anchors.setCertificateEntry("jdk" + count++, issuer);
      }
      for (var bundle : bundles) {
        for (var certificate : read(bundle)) {
          anchors.setCertificateEntry("system" + count++, certificate);
        }
      }
      return new SystemTrust(manager(anchors));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the JDK's own key stores do not work", e);
    }
  }

  /** For a client's set-up. */
  public X509TrustManager manager() {
    return manager;
  }

  /** A context for TLS clients with this trust and no certificate of its own. */
  public SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new X509TrustManager[] {manager}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no TLS", e);
    }
  }

  private static Collection<? extends Certificate> read(Path bundle) {
    try (InputStream in = Files.newInputStream(bundle)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    } catch (IOException | GeneralSecurityException e) {
      LOG.warn("The certificates in {} cannot be read: {}", bundle, e.getMessage());
      return List.of();
    }
  }

  /** Of a key store, or of the JDK's own authorities for null. */
  private static X509TrustManager manager(@Nullable KeyStore anchors)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(anchors);
    for (var candidate : factory.getTrustManagers()) {
      if (candidate instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("no X.509 trust manager");
  }
}
