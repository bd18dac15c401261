package dev.paddock.proxy;

import dev.paddock.base.Escaped;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;

/** A setting of the proxy cannot be used. Never quotes a URL, which may hold a password. */
public final class ProxySettingsException extends ExplainedException {
  private final UserError error;

  private ProxySettingsException(UserError error) {
    super(error.what() + " " + error.why());
    this.error = error;
  }

  static ProxySettingsException proxyUrl() {
    return new ProxySettingsException(
        new UserError(
            "AI_HTTPS_PROXY cannot be used.",
            "It is not a URL of the form http://user:password@host:port or https://....",
            "Correct it or unset it; special characters in the password are written as %XX.",
            ExitCode.USAGE));
  }

  static ProxySettingsException caFile(String file, String why) {
    return new ProxySettingsException(
        new UserError(
            "The certificate file " + Escaped.text(file) + " cannot be used.",
            "The reason: " + Escaped.text(why) + ".",
            "Name a readable PEM file in AI_SSL_CERT_FILE or --upstream-ca.",
            ExitCode.NO_INPUT));
  }

  static ProxySettingsException systemTrust(String why) {
    return new ProxySettingsException(
        new UserError(
            "The certificate authorities of this machine cannot be used.",
            "The reason: " + Escaped.text(why) + ".",
            "Mend the Java installation or the machine's bundle of certificates.",
            ExitCode.UNAVAILABLE));
  }

  @Override
  public UserError explain() {
    return error;
  }
}
