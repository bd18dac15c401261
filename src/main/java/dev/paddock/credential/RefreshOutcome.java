package dev.paddock.credential;

import dev.paddock.base.Moments;
import java.time.Instant;

/** How the renewal of a token went; no variant's text holds a secret. */
public sealed interface RefreshOutcome {

  /** What a person may be told, one sentence. */
  String summary();

  /** {@link CredentialSource#current} gives another token now; the request may be sent again. */
  record Renewed() implements RefreshOutcome {
    @Override
    public String summary() {
      return "The login was renewed.";
    }
  }

  /** Not now: the network, the provider or another process is in the way. */
  record Postponed(String why, Instant retryAt) implements RefreshOutcome {
    @Override
    public String summary() {
      return "The login could not be renewed: "
          + why
          + ". The next try is at "
          + Moments.text(retryAt)
          + ".";
    }
  }

  /** Never again with this login: somebody has to sign in. Not tried until the login changes. */
  record Ended(String why) implements RefreshOutcome {
    @Override
    public String summary() {
      return "The login cannot be renewed: " + why + ". Sign in again on this machine.";
    }
  }
}
