package dev.paddock.cli;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.Json;
import dev.paddock.proxy.ProxyListener;
import dev.paddock.proxy.SessionAccess;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.log.RequestLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code paddock proxy}: the proxy alone, in the foreground, for other sandboxes. Prints one JSON
 * line once it listens; what it prints lets a client use the host's login, so keep it to yourself.
 */
@Command(
    name = "proxy",
    mixinStandardHelpOptions = true,
    description = "Runs the credential proxy alone and prints how to reach it.")
final class ProxyCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ProxyCommand.class);

  private final CliParts parts;
  private final Console console;

  @Option(names = "--port", paramLabel = "N", description = "Port on 127.0.0.1; 0 for any.")
  private int port;

  @Option(names = "--upstream-ca", paramLabel = "FILE", description = "Further trusted authority.")
  private @Nullable Path upstreamCa;

  ProxyCommand(CliParts parts, Console console) {
    this.parts = parts;
    this.console = console;
  }

  @Override
  public Integer call() throws ExplainedException, InterruptedException, IOException {
    var server = parts.openProxy(upstreamCa);
    try (var log = parts.requestLogs().open("proxy-" + ProcessHandle.current().pid());
        var listener = server.listen(new ListenAddress.Loopback(port), access(log))) {
      var caFile = Files.createTempFile("paddock-ca", ".pem");
      atExit(log, caFile);
      Files.writeString(caFile, listener.caPem());
      console
          .out()
          .println(Json.mapper().writeValueAsString(description(listener, caFile, log.path())));
      console.out().flush();
      new CountDownLatch(1).await();
    }
    return ExitCode.OK.number();
  }

  /** It ends by a signal, and nothing but such hooks runs then. */
  private static void atExit(RequestLog log, Path caFile) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  log.close();
                  try {
                    Files.deleteIfExists(caFile);
                  } catch (IOException e) {
                    LOG.warn("{} stays: {}", caFile, e.getMessage());
                  }
                }));
  }

  private SessionAccess access(RequestLog log) {
    return new SessionAccess(parts.placeholders(), parts.credentials(), log::take);
  }

  private static Map<String, Object> description(ProxyListener listener, Path caFile, Path log) {
    var port = listener.address() instanceof ListenAddress.Loopback(var p) ? p : 0;
    var described = new LinkedHashMap<String, Object>();
    described.put(
        "url", "http://" + listener.user() + ":" + listener.secret() + "@127.0.0.1:" + port);
    described.put("ca", caFile.toString());
    described.put("log", log.toString());
    described.put("placeholders", listener.placeholders().byName());
    return described;
  }
}
