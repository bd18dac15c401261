package dev.paddock.credential.refresh;

import dev.paddock.base.SystemTrust;
import dev.paddock.credential.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP client for token endpoints. */
public final class TokenClient {
  /** Under the minute after which Claude Code takes our lock for a dead process's. */
  private static final Duration WHOLE_CALL = Duration.ofSeconds(30);

  private TokenClient() {}

  /** Straight to the endpoint. */
  public static OkHttpClient direct(SystemTrust trust) {
    return new OkHttpClient.Builder()
        .sslSocketFactory(trust.context().getSocketFactory(), trust.manager())
        .callTimeout(WHOLE_CALL)
        // A question that is asked twice uses a refresh token twice, and one that is sent on
        // gives it to somebody else.
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .build();
  }

  /**
   * Through the user's proxy, which is spoken to without TLS.
   *
   * @param basic what follows {@code Basic } in Proxy-Authorization, or null; copied at each use
   */
  public static OkHttpClient through(
      InetSocketAddress proxy, @Nullable Secret basic, SystemTrust trust) {
    var builder = direct(trust).newBuilder().proxy(new Proxy(Proxy.Type.HTTP, proxy));
    if (basic != null) {
      builder.proxyAuthenticator((route, response) ->
          response.request().header("Proxy-Authorization") == null
              ? response.request().newBuilder().header("Proxy-Authorization", header(basic)).build()
              : null);
    }
    return builder.build();
  }

  private static String header(Secret basic) {
    byte[] bytes = basic.bytes();
    try {
      return "Basic " + new String(bytes, StandardCharsets.US_ASCII);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
