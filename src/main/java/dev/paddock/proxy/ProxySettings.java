package dev.paddock.proxy;

import dev.paddock.proxy.connect.UpstreamProxy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the proxy reaches the internet.
 *
 * @param aiProxy the proxy for the hosts that credentials are put in for, or null to go direct
 * @param extraCaFiles PEM files of authorities that are trusted upstream, besides the usual ones
 * @param maxConnections how many client connections one session may have open
 */
public record ProxySettings(
    @Nullable UpstreamProxy aiProxy, List<Path> extraCaFiles, int maxConnections) {
  private static final int MAX_CONNECTIONS = 1000;

  /** Copies the list. */
  public ProxySettings {
    extraCaFiles = List.copyOf(extraCaFiles);
  }

  /** Straight to the internet, with the usual trust. */
  public static ProxySettings direct() {
    return new ProxySettings(null, List.of(), MAX_CONNECTIONS);
  }

  /**
   * Reads {@code AI_HTTPS_PROXY} and {@code AI_SSL_CERT_FILE}; empty values count as not set.
   *
   * @throws ProxySettingsException when the URL or the file name is none
   */
  public static ProxySettings fromEnvironment(Map<String, String> environment)
      throws ProxySettingsException {
    var settings = direct();
    var caFile = environment.getOrDefault("AI_SSL_CERT_FILE", "");
    if (!caFile.isEmpty()) {
      try {
        settings = settings.withCa(Path.of(caFile));
      } catch (InvalidPathException e) {
        throw ProxySettingsException.caFile(caFile, "it is not a file name");
      }
    }
    var url = environment.getOrDefault("AI_HTTPS_PROXY", "");
    if (url.isEmpty()) {
      return settings;
    }
    var proxy = UpstreamProxy.parse(url).orElseThrow(ProxySettingsException::proxyUrl);
    return new ProxySettings(proxy, settings.extraCaFiles, settings.maxConnections);
  }

  /** The same with one more file of trusted authorities. */
  public ProxySettings withCa(Path file) {
    var files = new ArrayList<>(extraCaFiles);
    files.add(file);
    return new ProxySettings(aiProxy, files, maxConnections);
  }
}
