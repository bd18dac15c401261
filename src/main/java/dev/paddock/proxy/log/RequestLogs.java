package dev.paddock.proxy.log;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * Where request logs are written.
 *
 * @param folder made when the first one is written
 * @param detailed whether they tell more, still nothing secret
 */
public record RequestLogs(Path folder, boolean detailed) {
  private static final long FILE_BYTES = 2 << 20;

  /**
   * In a folder of this state folder, unless {@code CREDENTIAL_PROXY_LOG_DIR} names another; {@code
   * CREDENTIAL_PROXY_DEBUG=1} asks for details.
   */
  public static RequestLogs of(Map<String, String> environment, Path state) {
    var chosen = environment.getOrDefault("CREDENTIAL_PROXY_LOG_DIR", "");
    var debug = environment.getOrDefault("CREDENTIAL_PROXY_DEBUG", "");
    return new RequestLogs(
        chosen.isEmpty() ? state.resolve("requests") : Path.of(chosen).toAbsolutePath(),
        !debug.isEmpty() && !debug.equals("0"));
  }

  /** A log of this name; its files appear with the first line. */
  public RequestLog open(String name) {
    var file = new RotatingFile(folder, "requests-" + name, FILE_BYTES);
    var time = InstantSource.system();
    return new RequestLog(file, new OldLogs(folder, time), time, detailed);
  }
}
