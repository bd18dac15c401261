package dev.paddock.fake;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for servers that stand in for the internet in a test. */
public final class TestCa {
  private static final X500Name NAME = new X500Name("CN=Test authority");

  private final KeyPair keys = keys();
  private final X509Certificate certificate = sign(NAME, keys, List.of());

  /** The authority's certificate. */
  public String pem() throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** Writes the authority's certificate into a file. */
  public Path write(Path file) throws IOException, GeneralSecurityException {
    return Files.writeString(file, pem());
  }

  /** TLS of a server with these names. */
  public SSLContext server(String... names) throws GeneralSecurityException, IOException {
    var leaf = keys();
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var chain =
        new X509Certificate[] {
          sign(new X500Name("CN=" + names[0]), leaf, List.of(names)), certificate
        };
    store.setKeyEntry("leaf", leaf.getPrivate(), new char[0], chain);
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, new char[0]);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** TLS of a client that trusts only this PEM certificate. */
  public static SSLContext clientOf(String pem) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var factory = java.security.cert.CertificateFactory.getInstance("X.509");
    store.setCertificateEntry(
        "ca",
        factory.generateCertificate(
            new java.io.ByteArrayInputStream(
                pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private X509Certificate sign(X500Name subject, KeyPair subjectKeys, List<String> names) {
    try {
      var now = Instant.now();
      var builder =
          new JcaX509v3CertificateBuilder(
              NAME,
              BigInteger.valueOf(System.nanoTime()),
              Date.from(now.minus(Duration.ofDays(1))),
              Date.from(now.plus(Duration.ofDays(2))),
              subject,
              subjectKeys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(names.isEmpty()));
      if (!names.isEmpty()) {
        var alternatives =
            Stream.concat(names.stream(), Stream.of("localhost"))
                .map(n -> new GeneralName(GeneralName.dNSName, n))
                .toArray(GeneralName[]::new);
        builder.addExtension(
            Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
      }
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
