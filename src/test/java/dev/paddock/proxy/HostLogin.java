package dev.paddock.proxy;

import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.CredentialState;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.RefreshReason;
import dev.paddock.credential.Secret;
import dev.paddock.fake.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A login on the host, and the provider's word on which of its tokens is valid. */
final class HostLogin implements CredentialSource, Site.Tokens {
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile String held;
  private volatile @Nullable String valid;
  private volatile boolean ended;

  /** Signed in with a valid token. */
  HostLogin(String token) {
    held = token;
    valid = token;
    tokens.add(token);
  }

  /** The provider takes only the next token from now on, which a renewal on the host gives. */
  void rotate(String token) {
    tokens.add(token);
    valid = token;
  }

  /** The provider takes no token any more, and no renewal helps. */
  void revoke() {
    valid = null;
  }

  /** All real tokens that there were. */
  List<String> tokens() {
    return tokens;
  }

  @Override
  public boolean has(String token) {
    return token.equals(valid);
  }

  @Override
  public CredentialState current() {
    return new CredentialState.Present(Secret.of(held), null);
  }

  @Override
  public CompletableFuture<RefreshOutcome> refresh(RefreshReason reason) {
    if (reason instanceof RefreshReason.Refused(var secret)) {
      refused(new String(secret.bytes(), StandardCharsets.US_ASCII));
    }
    return renewal();
  }

  private void refused(String token) {
    var renewed = valid;
    if (renewed != null) {
      held = renewed;
    } else if (token.equals(held)) {
      ended = true;
    }
  }

  @Override
  public CompletableFuture<RefreshOutcome> renewal() {
    return CompletableFuture.completedFuture(
        ended ? new RefreshOutcome.Ended("revoked") : new RefreshOutcome.Renewed());
  }
}
