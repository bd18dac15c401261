package dev.paddock.session.guest;

/**
 * How programs in the guest reach the session's proxy.
 *
 * @param url with user and secret, as proxy variables want it
 * @param caPem the session's certificate authority
 */
public record ProxyAccess(String url, String caPem) {

  @Override
  public String toString() {
    return "ProxyAccess[" + url.replaceAll("//.*@", "//***@") + "]";
  }
}
