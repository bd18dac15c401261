package dev.paddock.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.log.RequestLogs;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * All providers at once, with servers that say everything they heard back, and logs as talkative as
 * can be: the real credentials are nowhere but in what the servers heard.
 */
class CanaryIT extends ProxyOnLoopback {
  private static final List<String> LOGGERS = List.of("dev.paddock", "io.netty");

  private final LogWatch watch = new LogWatch();
  private final StringBuilder guest = new StringBuilder();
  private final Map<String, Level> usual = new HashMap<>();
  private ProxyListener listener;
  private Path requestLog;
  private Runnable closeLog = () -> {};

  /** How a server repeats what it heard. */
  enum Echo {
    IN_HEAD_AND_BODY,
    IN_STATUS_LINE,
    IN_HEADER_NAME,
    IN_TRAILER_NAME,
    REFUSED,
    MOVED,
    CHUNKED,
    BROKEN_OFF,
    NO_HTTP
  }

  @BeforeEach
  void listen() throws Exception {
    for (var name : LOGGERS) {
      usual.put(name, logger(name).getLevel());
      logger(name).setLevel(Level.TRACE);
    }
    var logs =
        RequestLogs.of(
            Map.of("CREDENTIAL_PROXY_DEBUG", "1", "CREDENTIAL_PROXY_LOG_DIR", folder + "/requests"),
            folder);
    var log = logs.open("canary");
    requestLog = log.path();
    var access = loopback.access();
    listener =
        loopback.server.listen(
            new ListenAddress.Loopback(0),
            new SessionAccess(
                access.placeholders(),
                access.credentials(),
                access.gitHub(),
                access.policy(),
                event -> {
                  log.take(event);
                  loopback.events().add(event);
                },
                access.meter()));
    closeLog = log::close;
  }

  @AfterEach
  void beQuietAgain() {
    listener.close();
    watch.close();
    usual.forEach((name, level) -> logger(name).setLevel(level));
  }

  @ParameterizedTest
  @EnumSource
  void noRealCredentialIsAnywhereButAtItsServer(Echo echo) throws Exception {
    loopback.secure.onConnection((peer, number) -> {
      for (var head = peer.head(); !head.isEmpty(); head = peer.head()) {
        seen.add(head);
        peer.send(answer(echo, head));
        if (echo == Echo.BROKEN_OFF || echo == Echo.NO_HTTP) {
          return;
        }
      }
    });
    for (var kind : CredentialKind.values()) {
      for (var header : headers(kind)) {
        ask(kind, header);
      }
    }
    listener.close();
    closeLog.run();

    for (var kind : CredentialKind.values()) {
      var traces = traces(Loopback.real(kind));
      assertThat(heard()).as("%s reached its server", kind).containsAnyOf(traces);
      assertNoTrace(traces, "what the guest got", guest.toString());
      assertNoTrace(traces, "the log", String.join("\n", watch.lines()));
      assertNoTrace(traces, "the request log", Files.readString(requestLog));
      assertNoTrace(traces, "events", loopback.events().toString());
      assertNoTrace(traces, "the thread dump", threads());
      assertNoTrace(traces, "this process", process());
    }
    assertThat(Files.readString(requestLog)).contains("api.openai.com", "github.com");
    logger("io.netty").trace("This line is looked for.");
    assertThat(watch.lines()).anyMatch(line -> line.startsWith("TRACE io.netty"));
  }

  /** What this test looks for would be found. */
  @Test
  void aTraceIsFoundInBase64WhateverStandsBeforeIt() {
    for (var before : List.of("", "x", "xy", "x-access-token:")) {
      var text =
          Base64.getEncoder().encodeToString((before + "secret-canary:").getBytes(ISO_8859_1));
      assertThat(text).containsAnyOf(traces("secret-canary"));
    }
  }

  private void ask(CredentialKind kind, String header) throws Exception {
    var host = Loopback.host(kind);
    try (var wire = Loopback.intercepted(listener, host, host)) {
      wire.send(
          Loopback.lines(
              "GET /acme/app HTTP/1.1", "Host: " + host, "Connection: close", header, ""));
      guest.append(wire.restText());
    } catch (IOException e) {
      guest.append(e);
    }
  }

  private List<String> headers(CredentialKind kind) {
    var placeholder = listener.placeholders().accessToken(kind);
    var basic = Base64.getEncoder().encodeToString(("x:" + placeholder).getBytes(ISO_8859_1));
    return List.of(
        "Authorization: Bearer " + placeholder,
        "Authorization: token " + placeholder,
        "Authorization: Basic " + basic,
        "x-api-key: " + placeholder);
  }

  private static String answer(Echo echo, String head) {
    var credential =
        Wire.header(head, "authorization").or(() -> Wire.header(head, "x-api-key")).orElse("");
    return switch (echo) {
      case IN_HEAD_AND_BODY -> full("200 OK", "X-Echo: " + credential, head);
      case IN_STATUS_LINE -> full("200 I heard " + credential, "X-Echo: yes", "");
      case IN_HEADER_NAME -> full("200 OK", asName(credential) + ": yes", "");
      case IN_TRAILER_NAME ->
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
              + asName(credential)
              + ": yes\r\n\r\n";
      case REFUSED -> full("401 Unauthorized", "WWW-Authenticate: " + credential, head);
      case MOVED -> full("302 Found", "Location: https://evil.example/?q=" + credential, head);
      case CHUNKED -> {
        var chunks = new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        head.chars().forEach(c -> chunks.append("1\r\n").append((char) c).append("\r\n"));
        yield chunks.append("0\r\nX-Trailer: ").append(credential).append("\r\n\r\n").toString();
      }
      case BROKEN_OFF -> "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + head;
      case NO_HTTP -> "I heard " + credential + "\r\n" + head;
    };
  }

  /** Without what no name may have: the scheme, and the end of Base64. */
  private static String asName(String credential) {
    return credential.substring(credential.indexOf(' ') + 1).replace("=", "");
  }

  private static String full(String status, String header, String body) {
    return Loopback.lines(
            "HTTP/1.1 " + status,
            "Content-Length: " + body.length(),
            header,
            "Set-Cookie: " + header,
            "")
        + body;
  }

  private String heard() {
    var heard = new ArrayList<String>();
    seen.drainTo(heard);
    seen.addAll(heard);
    return String.join("\n", heard);
  }

  private static void assertNoTrace(String[] traces, String where, String text) {
    for (var trace : traces) {
      // Not by doesNotContain: a failure must not print the text a thousand times.
      assertThat(text.contains(trace)).as("a real credential in %s", where).isFalse();
    }
  }

  /** A secret as it is, and the middle of its Base64 wherever it begins in a group. */
  private static String[] traces(String secret) {
    var found = new ArrayList<String>();
    found.add(secret);
    for (int before = 0; before < 3; before++) {
      var text = "x".repeat(before) + secret;
      var encoded = Base64.getEncoder().encodeToString(text.getBytes(ISO_8859_1));
      found.add(encoded.substring(4, text.length() / 3 * 4));
    }
    return found.toArray(String[]::new);
  }

  private static String threads() {
    var dump = new StringBuilder();
    for (var thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
      dump.append(thread);
    }
    return dump.toString();
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  private static String process() throws IOException {
    return ManagementFactory.getRuntimeMXBean().getInputArguments()
        + System.getenv().toString()
        + System.getProperties()
        + (Files.exists(Path.of("/proc/self/cmdline"))
            ? Files.readString(Path.of("/proc/self/cmdline"))
            : "");
  }
}
