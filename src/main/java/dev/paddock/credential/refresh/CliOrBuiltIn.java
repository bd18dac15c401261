package dev.paddock.credential.refresh;

import java.io.IOException;

/** Leaves it to the provider's own program, and does it itself where there is none. */
public record CliOrBuiltIn(ProviderCli cli, BuiltIn builtIn) implements Refresher {

  @Override
  public void recover() throws IOException {
    builtIn.recover();
  }

  @Override
  public Attempt renew(TokenId token, boolean refused) throws InterruptedException {
    var attempt = cli.renew(token, refused);
    return attempt instanceof Attempt.Missing ? builtIn.renew(token, refused) : attempt;
  }
}
