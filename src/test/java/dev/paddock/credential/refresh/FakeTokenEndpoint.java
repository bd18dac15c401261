package dev.paddock.credential.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.paddock.base.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A token endpoint as strict as the providers': each refresh token works once, and gives the next
 * pair. Tokens end in the same number: {@code access-canary-2} came with {@code refresh-canary-2}.
 */
final class FakeTokenEndpoint implements AutoCloseable {
  private static final String ACCESS = "access-canary-";
  private static final String REFRESH = "refresh-canary-";

  private final HttpServer server;
  private final AtomicInteger last = new AtomicInteger(1);
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
  private volatile Reply scripted = (exchange, endpoint) -> false;

  /** Answers instead of the endpoint; true where it did. */
  interface Reply {
    boolean answered(HttpExchange exchange, FakeTokenEndpoint endpoint) throws IOException;
  }

  FakeTokenEndpoint() throws IOException {
    this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  private FakeTokenEndpoint(HttpServer server) {
    this.server = server;
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** The same over TLS. */
  static FakeTokenEndpoint secure(SSLContext tls) throws IOException {
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new FakeTokenEndpoint(server);
  }

  int port() {
    return server.getAddress().getPort();
  }

  static String access(int number) {
    return ACCESS + number;
  }

  static String refresh(int number) {
    return REFRESH + number;
  }

  TokenEndpoint endpoint() {
    return new TokenEndpoint("http://127.0.0.1:" + port() + "/token", "client-1");
  }

  void script(Reply reply) {
    scripted = reply;
  }

  /** Every question that came, refused ones too. */
  List<JsonNode> requests() {
    return requests;
  }

  List<Map<String, List<String>>> headers() {
    return headers;
  }

  /** How many pairs were given out. */
  int given() {
    return last.get() - 1;
  }

  /** Gives the next pair for this token, as to another program; empty where it is used. */
  boolean redeem(String refreshToken) {
    boolean good = refreshToken.equals(REFRESH + last.get()) && used.add(refreshToken);
    if (good) {
      last.incrementAndGet();
    }
    return good;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
      requests.add(body);
      headers.add(Map.copyOf(exchange.getRequestHeaders()));
      if (scripted.answered(exchange, this)) {
        return;
      }
      if (!redeem(body.path("refresh_token").asText())) {
        reply(
            exchange,
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":\"used: %s\"}"
                .formatted(body.path("refresh_token").asText()));
        return;
      }
      reply(exchange, 200, pair(8 * 3600));
    }
  }

  String pair(long seconds) {
    int n = last.get();
    return """
    {"token_type":"Bearer","access_token":"%s","refresh_token":"%s","expires_in":%d,"scope":"a b"}\
    """
        .formatted(access(n), refresh(n), seconds);
  }

  static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
