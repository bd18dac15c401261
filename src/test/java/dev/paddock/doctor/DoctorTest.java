package dev.paddock.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static final Duration LIMIT = Duration.ofMillis(300);

  /** What a check does. */
  private interface Look {
    Finding look() throws ExplainedException, InterruptedException;
  }

  @Test
  void aToolThatHangsHoldsNobodyUp() throws Exception {
    var hanging =
        check(
            "hanging",
            () -> {
              new CountDownLatch(1).await();
              throw new AssertionError("nobody counts down");
            });
    var quick = check("quick", () -> Finding.ok("quick", "Quick", "All well."));

    var findings = new Doctor(List.of(hanging, quick), LIMIT).examine();

    assertThat(findings).extracting(Finding::id).containsExactly("hanging", "quick");
    assertThat(findings.getFirst().status()).isEqualTo(Finding.Status.FAIL);
    assertThat(findings.getFirst().text()).contains("No answer");
    assertThat(findings.getLast().status()).isEqualTo(Finding.Status.OK);
  }

  @Test
  void aFailureBecomesAFindingWithItsFix() throws Exception {
    var failing =
        check(
            "failing",
            () -> {
              throw new Failure();
            });

    var finding = new Doctor(List.of(failing), LIMIT).examine().getFirst();

    assertThat(finding)
        .isEqualTo(
            new Finding(
                "failing", "Title", Finding.Status.FAIL, "It is gone. It fell.", "Lift it.", ""));
  }

  @Test
  void aBugInACheckIsAFindingToo() throws Exception {
    var broken =
        check(
            "broken",
            () -> {
              throw new IllegalStateException("oh");
            });

    var finding = new Doctor(List.of(broken), LIMIT).examine().getFirst();

    assertThat(finding.status()).isEqualTo(Finding.Status.FAIL);
    assertThat(finding.text()).contains("oh");
  }

  @Test
  void anAbsentLoginIsAWarningOnly() {
    assertThat(login(CredentialStatus.State.PRESENT).status()).isEqualTo(Finding.Status.OK);
    assertThat(login(CredentialStatus.State.ABSENT).status()).isEqualTo(Finding.Status.WARN);
    assertThat(login(CredentialStatus.State.EXPIRED).fix()).contains("Sign in");
  }

  private static Finding login(CredentialStatus.State state) {
    return new LoginCheck(() -> new CredentialStatus(CredentialKind.CLAUDE, state, "A text."))
        .look();
  }

  private static Check check(String id, Look look) {
    return new Check() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public String title() {
        return "Title";
      }

      @Override
      public Finding look() throws ExplainedException, InterruptedException {
        return look.look();
      }
    };
  }

  private static final class Failure extends ExplainedException {
    Failure() {
      super("gone");
    }

    @Override
    public UserError explain() {
      return new UserError("It is gone.", "It fell.", "Lift it.", ExitCode.FAILED);
    }
  }
}
