package dev.paddock.proxy.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for one session: made on the host, its key never leaves memory, valid for
 * a week and only for the names that the proxy intercepts.
 *
 * <p>Its name is unique, so that a guest never tries an older session's certificate for it, and
 * leaf certificates have another subject (some clients drop authorities otherwise). May be used by
 * several threads.
 */
public final class SessionCa {
  private static final Duration BACKDATED = Duration.ofDays(1);
  private static final Duration VALID = Duration.ofDays(7);
  private static final int SERIAL_BITS = 127;

  /** X.520 allows no more; clients look at the alternative name only. */
  private static final int LONGEST_CN = 64;

  private final SecureRandom random = new SecureRandom();
  private final Instant made = Instant.now();
  private final KeyPair caKeys = keys();
  private final KeyPair leafKeys = keys();
  private final X509Certificate certificate;

  /** A new authority for these host names. */
  public SessionCa(Set<String> names) {
    var id = new byte[8];
    random.nextBytes(id);
    var name = new X500Name("CN=Paddock session " + java.util.HexFormat.of().formatHex(id));
    certificate = signed(name, caKeys, (builder, _) -> describeCa(builder, names));
  }

  /** The authority's certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** The authority's certificate as a guest stores it. */
  public String pem() {
    try {
      var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
      return "-----BEGIN CERTIFICATE-----\n"
          + base64.encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of ours cannot be encoded", e);
    }
  }

  /** A certificate for one host, with {@link #leafKey} as its key. */
  X509Certificate leaf(String host) {
    return signed(
        new X500Name("O=Paddock,CN=" + (host.length() > LONGEST_CN ? "long name" : host)),
        leafKeys,
        (builder, ids) -> {
          builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
          builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
          builder.addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
          builder.addExtension(
              Extension.subjectAlternativeName,
              false,
              new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
          builder.addExtension(
              Extension.authorityKeyIdentifier,
              false,
              ids.createAuthorityKeyIdentifier(caKeys.getPublic()));
        });
  }

  PrivateKey leafKey() {
    return leafKeys.getPrivate();
  }

  private static void describeCa(JcaX509v3CertificateBuilder builder, Set<String> names)
      throws IOException {
    var permitted =
        names.stream()
            .sorted()
            .map(n -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, n)))
            .toArray(GeneralSubtree[]::new);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(Extension.nameConstraints, true, new NameConstraints(permitted, null));
  }

  private X509Certificate signed(X500Name subject, KeyPair subjectKeys, Description description) {
    var issuer = subjectKeys == caKeys ? subject : X500Name.getInstance(issuerName().getEncoded());
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
              Date.from(made.minus(BACKDATED)),
              Date.from(made.plus(VALID)),
              subject,
              subjectKeys.getPublic());
      var ids = new JcaX509ExtensionUtils();
      description.addTo(builder, ids);
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          ids.createSubjectKeyIdentifier(subjectKeys.getPublic()));
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(caKeys.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (GeneralSecurityException | OperatorException e) {
      throw new IllegalStateException("this Java cannot sign with EC keys", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private javax.security.auth.x500.X500Principal issuerName() {
    return certificate.getSubjectX500Principal();
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no EC keys", e);
    }
  }

  @FunctionalInterface
  private interface Description {
    void addTo(JcaX509v3CertificateBuilder builder, JcaX509ExtensionUtils ids) throws IOException;
  }
}
