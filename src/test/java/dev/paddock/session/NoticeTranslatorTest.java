package dev.paddock.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Signal;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.proxy.ProxyEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeTranslatorTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final LiveSession session =
      new LiveSession(Plans.claudeOn(Path.of("/p")), Clock.systemUTC());
  private final NoticeTranslator translator =
      new NoticeTranslator(session.plan().id(), session::notice);

  @Test
  void aLoopOfRefusedRequestsIsOneNoticeWithANumber() {
    refuse(NOW, "other.example");
    for (int i = 0; i < 5000; i++) {
      refuse(NOW.plusMillis(i), "evil.example");
    }
    assertThat(session.network().get())
        .containsExactly(
            new NetworkNotice(NOW, "other.example", "No.", 1),
            new NetworkNotice(NOW.plusMillis(4999), "evil.example", "No.", 5000));
  }

  @Test
  void aNewMinuteBeginsANewNotice() {
    refuse(NOW, "evil.example");
    refuse(NOW.plusSeconds(1), "evil.example");
    refuse(NOW.plusSeconds(61), "evil.example");
    refuse(NOW.plusSeconds(62), "evil.example");
    assertThat(session.network().get()).extracting(NetworkNotice::count).containsExactly(2L, 2L);
  }

  @Test
  void inventedNamesDoNotPushEarlierNoticesOut() {
    refuse(NOW, "evil.example");
    for (int i = 0; i < 5000; i++) {
      refuse(NOW.plusMillis(i), i + ".example");
    }
    assertThat(session.network().get()).hasSize(51);
    assertThat(session.network().get().getFirst().host()).isEqualTo("evil.example");
    assertThat(session.network().get().getLast().count()).isEqualTo(4951);
  }

  @Test
  void aLoginThatCannotBeRenewedIsToldAtOnceAndOnceAChange() {
    var claude = new Signal<Optional<RefreshOutcome>>(Optional.empty());
    var codex = new Signal<Optional<RefreshOutcome>>(Optional.of(new RefreshOutcome.Ended("x")));
    var troubles = Map.of(CredentialKind.CLAUDE, claude, CredentialKind.CODEX, codex);
    var watch =
        new LoginWatch(Set.of(CredentialKind.CLAUDE), troubles, translator, InstantSource.system());
    assertThat(session.network().get()).isEmpty();

    var ended = new RefreshOutcome.Ended("it was revoked");
    claude.set(Optional.of(ended));
    claude.set(Optional.of(new RefreshOutcome.Ended("it was revoked")));
    assertThat(session.network().get())
        .singleElement()
        .satisfies(n -> {
          assertThat(n.host()).isEqualTo(CredentialKind.CLAUDE.label());
          assertThat(n.text()).isEqualTo(ended.summary());
          assertThat(n.count()).isEqualTo(1);
        });

    claude.set(Optional.empty());
    claude.set(Optional.of(new RefreshOutcome.Postponed("the network is down", NOW)));
    assertThat(session.network().get()).hasSize(2);
    watch.close();
    claude.set(Optional.of(new RefreshOutcome.Ended("after its end")));
    assertThat(session.network().get()).hasSize(2);
  }

  @Test
  void aLoginThatWasInTroubleBeforeTheSessionIsToldAtItsStart() {
    var trouble = new RefreshOutcome.Ended("it was revoked");
    var codex = new Signal<>(Optional.<RefreshOutcome>of(trouble));
    var kinds = Set.of(CredentialKind.CODEX);
    try (var _ =
        new LoginWatch(
            kinds, Map.of(CredentialKind.CODEX, codex), translator, InstantSource.system())) {
      assertThat(session.network().get())
          .extracting(NetworkNotice::text)
          .containsExactly(trouble.summary());
    }
  }

  private void refuse(Instant time, String host) {
    var request = new ProxyEvent.RequestLine(host, "CONNECT", "");
    translator.take(new ProxyEvent.Refused(time, request, 403, "No."));
  }
}
