package dev.paddock.credential.refresh;

import dev.paddock.credential.Secret;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** A login in its place, read anew each time. All methods block. */
public final class StoredLogin {
  /** How much longer the next tokens may be than those of now. */
  private static final int GROWTH = 512;

  private final LoginStore store;
  private final TokenFormat format;

  private StoredLogin(LoginStore store, TokenFormat format) {
    this.store = store;
    this.format = format;
  }

  /** Claude Code's login. */
  public static StoredLogin claude(LoginStore store) {
    return new StoredLogin(store, new ClaudeTokens());
  }

  /** Codex's ChatGPT login. */
  public static StoredLogin codex(LoginStore store) {
    return new StoredLogin(store, new CodexTokens());
  }

  /** For a person. */
  String place() {
    return store.place();
  }

  StoredTokens tokens() throws IOException {
    return reading(format::tokens);
  }

  Map<String, String> request(boolean refused) throws IOException {
    return reading(content -> format.request(content, refused));
  }

  /** Fails before anything is lost where new tokens could not be written. */
  void checkWritable() throws IOException {
    store.checkWritable(reading(content -> content.length) + GROWTH);
  }

  /**
   * Puts new tokens in the place of those that they were got with.
   *
   * @return false, and nothing is changed, where another program has put other tokens there
   */
  boolean replace(Used used, FreshTokens fresh) throws IOException {
    byte[] content = store.read();
    try {
      if (!has(content, used)) {
        return false;
      }
      byte[] next = format.replace(content, fresh);
      try {
        store.write(next);
        return true;
      } finally {
        Arrays.fill(next, (byte) 0);
      }
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  private boolean has(byte[] content, Used used) throws IOException {
    if (format.wiped(content)) {
      // The client found the token used, by us, and gave up: the new ones are its rescue.
      return true;
    }
    try (var tokens = format.tokens(content)) {
      return used.access().equals(TokenId.of(tokens.access()))
          && (tokens.refresh() == null || used.refresh().equals(TokenId.of(tokens.refresh())));
    }
  }

  private <T> T reading(Reader<T> reader) throws IOException {
    byte[] content = store.read();
    try {
      return reader.read(content);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(byte[] content) throws IOException;
  }

  /** Names the tokens that a renewal began with. */
  record Used(TokenId access, TokenId refresh) {
    static Used of(Secret access, Secret refresh) {
      return new Used(TokenId.of(access), TokenId.of(refresh));
    }
  }
}
