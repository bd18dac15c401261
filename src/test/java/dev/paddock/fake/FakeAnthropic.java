package dev.paddock.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Speaks as much of Anthropic's protocol as Claude Code needs for one answer, over real TLS, and
 * accepts only one token: whatever else comes gets a 401.
 */
public final class FakeAnthropic implements AutoCloseable {
  private final HttpsServer server;
  private final String token;
  private final String answer;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();

  /** Listens on a free port of the loopback. */
  public FakeAnthropic(TestCa ca, String token, String answer)
      throws IOException, GeneralSecurityException {
    this.token = token;
    this.answer = answer;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(
            ca.server("api.anthropic.com", "mcp-proxy.anthropic.com", "platform.claude.com")));
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Its port on the loopback. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Method and path of what was answered. */
  public List<String> requests() {
    return requests;
  }

  /** Method, path and Authorization of what was refused. */
  public List<String> refused() {
    return refused;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var line = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      var sent = exchange.getRequestHeaders().getFirst("Authorization");
      if (!("Bearer " + token).equals(sent)) {
        refused.add(line + " " + sent);
        reply(
            exchange,
            401,
            "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"no\"}}");
        return;
      }
      requests.add(line);
      if (line.equals("POST /v1/messages")) {
        stream(exchange);
      } else {
        reply(exchange, 200, "{}");
      }
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(FakeMessages.stream(answer).getBytes(StandardCharsets.UTF_8));
  }
}
