import dev.paddock.base.Json;
import dev.paddock.credential.ClaudeLogin;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import dev.paddock.proxy.ProxyServer;
import dev.paddock.proxy.ProxySettings;
import dev.paddock.proxy.SessionAccess;
import dev.paddock.proxy.connect.ListenAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The proxy as {@code paddock proxy} runs it, except that every host is a port of this machine:
 * {@code BenchProxy FOLDER PORT} trusts the folder's {@code ca.pem}. Prints one line of JSON.
 */
final class BenchProxy {
  private static final String LOGIN =
      "{\"claudeAiOauth\":{\"accessToken\":\"%s\",\"expiresAt\":%d}}";

  private BenchProxy() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    int origin = Integer.parseInt(arguments[1]);
    var login = folder.resolve("login.json");
    // As long as a real one, and as little like a text.
    var real = new Placeholders(new SecureRandom()).accessToken(CredentialKind.CLAUDE);
    Files.writeString(login, LOGIN.formatted(real, System.currentTimeMillis() + 86_400_000L));
    var access =
        new SessionAccess(
            new Placeholders(new SecureRandom()),
            Map.of(CredentialKind.CLAUDE, new ClaudeLogin(login, Clock.systemUTC())),
            event -> {});
    var settings = ProxySettings.direct().withCa(folder.resolve("ca.pem"));
    try (var server =
            new ProxyServer(
                settings,
                host -> List.of(InetAddress.getLoopbackAddress()),
                (address, port) -> Optional.of(new InetSocketAddress(address, origin)));
        var listener = server.listen(new ListenAddress.Loopback(0), access)) {
      Files.writeString(folder.resolve("paddock.pem"), listener.caPem());
      int port = listener.address() instanceof ListenAddress.Loopback(var number) ? number : 0;
      System.out.println(
          Json.mapper()
              .writeValueAsString(
                  Map.of(
                      "port",
                      port,
                      "login",
                      listener.user() + ":" + listener.secret(),
                      "bearer",
                      listener.placeholders().accessToken(CredentialKind.CLAUDE))));
      new CountDownLatch(1).await();
    }
  }
}
