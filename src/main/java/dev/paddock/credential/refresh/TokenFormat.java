package dev.paddock.credential.refresh;

import java.io.IOException;
import java.util.Map;

/** How a provider's client writes its tokens down, and what it tells the token endpoint. */
interface TokenFormat {

  /** The tokens in a login; throws where there is no access token. */
  StoredTokens tokens(byte[] content) throws IOException;

  /** Whether the client has blanked the login, as it does after a refusal. */
  boolean wiped(byte[] content) throws IOException;

  /** The login with new tokens and all other fields as they are, for the caller to wipe. */
  byte[] replace(byte[] content, FreshTokens fresh) throws IOException;

  /** What the client's request has besides the token; nothing of it is secret. */
  Map<String, String> request(byte[] content, boolean refused) throws IOException;
}
