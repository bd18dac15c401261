package dev.paddock.proxy.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;

/** BoringSSL where it runs, otherwise the TLS of the JDK. */
final class Providers {
  private Providers() {}

  static SslProvider best() {
    return OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK;
  }
}
