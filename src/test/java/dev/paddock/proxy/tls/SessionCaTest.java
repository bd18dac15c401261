package dev.paddock.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionCaTest {
  private final SessionCa ca = new SessionCa(Set.of("api.anthropic.com", "platform.claude.com"));

  @Test
  void isReallySignedByItselfAndSignsLeaves() throws Exception {
    var certificate = ca.certificate();
    certificate.verify(certificate.getPublicKey());
    var leaf = ca.leaf("api.anthropic.com");
    leaf.verify(certificate.getPublicKey());
    assertThat(leaf.getSubjectX500Principal()).isNotEqualTo(certificate.getSubjectX500Principal());
    assertThat(leaf.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
    assertThat(leaf.getSubjectAlternativeNames().toString()).contains("api.anthropic.com");
    assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getBasicConstraints()).isZero();
  }

  @Test
  void isValidForAWeekAndAnswersClocksThatAreLate() {
    for (var certificate :
        new java.security.cert.X509Certificate[] {ca.certificate(), ca.leaf("api.anthropic.com")}) {
      assertThat(certificate.getNotBefore())
          .isBefore(Date.from(Instant.now().minus(Duration.ofHours(23))));
      assertThat(certificate.getNotAfter())
          .isBetween(
              Date.from(Instant.now().plus(Duration.ofDays(6))),
              Date.from(Instant.now().plus(Duration.ofDays(8))));
    }
  }

  @Test
  void hasAnotherNameForEverySession() {
    assertThat(new SessionCa(Set.of("a.example")).certificate().getSubjectX500Principal())
        .isNotEqualTo(ca.certificate().getSubjectX500Principal());
  }

  @Test
  void isLimitedToTheInterceptedNames() {
    assertThat(ca.certificate().getCriticalExtensionOIDs())
        .as("name constraints")
        .contains("2.5.29.30");
  }

  @Test
  void writesItselfAsPem() throws Exception {
    var parsed =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(ca.pem().getBytes(StandardCharsets.US_ASCII)));
    assertThat(parsed).isEqualTo(ca.certificate());
    assertThat(ca.pem()).doesNotContain("PRIVATE");
  }
}
