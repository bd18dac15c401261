package dev.paddock.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemTrustTest {
  @TempDir Path folder;

  @Test
  void addsTheMachinesAuthoritiesToTheJdks() throws Exception {
    var own = authority();
    var jdk = SystemTrust.of(List.of()).manager().getAcceptedIssuers();

    var trusted = SystemTrust.of(List.of(pem(own))).manager().getAcceptedIssuers();

    assertThat(jdk).isNotEmpty().doesNotContain(own);
    assertThat(trusted).contains(own).contains(jdk);
  }

  @Test
  void leavesOutABundleThatCannotBeRead() throws IOException {
    var garbage = Files.writeString(folder.resolve("garbage.pem"), "-----BEGIN CERT\nhm\n");

    var trusted = SystemTrust.of(List.of(garbage, folder.resolve("none"))).manager();

    assertThat(trusted.getAcceptedIssuers()).isNotEmpty();
  }

  private Path pem(X509Certificate certificate) throws Exception {
    var body = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
    return Files.writeString(
        folder.resolve("own.pem"),
        "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  private static X509Certificate authority() throws Exception {
    var keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
    var name = new X500Principal("CN=A company's own");
    var now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(now.minus(1, ChronoUnit.DAYS)),
            Date.from(now.plus(1, ChronoUnit.DAYS)),
            name,
            keys.getPublic());
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }
}
