package dev.paddock.proxy.connect;

import dev.paddock.credential.Secret;
import dev.paddock.proxy.rule.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proxy of the user's that requests with credentials go through.
 *
 * @param target where it is
 * @param tls whether it is spoken to over TLS
 * @param basic what follows {@code Basic } in Proxy-Authorization, or null
 */
public record UpstreamProxy(Target target, boolean tls, @Nullable Secret basic) {

  /** Reads {@code http[s]://[user:password@]host[:port]}; empty where it is not that. */
  public static Optional<UpstreamProxy> parse(String url) {
    try {
      var uri = new URI(url.contains("://") ? url : "http://" + url);
      var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      boolean tls = scheme.equals("https");
      if (!tls && !scheme.equals("http")) {
        return Optional.empty();
      }
      var authority = uri.getRawAuthority();
      if (authority == null) {
        return Optional.empty();
      }
      int at = authority.lastIndexOf('@');
      var basic = at < 0 ? null : basic(authority.substring(0, at));
      return Target.parse(authority.substring(at + 1), tls ? 443 : 80)
          .map(target -> new UpstreamProxy(target, tls, basic));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Secret basic(String userInfo) {
    int colon = userInfo.indexOf(':');
    var user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
    var password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
    var both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Secret.of(Base64.getEncoder().encode(both));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
