package dev.paddock.ui.session.requests;

import dev.paddock.proxy.ProxyEvent;
import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.ProxyEvent.RequestLine;
import dev.paddock.proxy.ProxyEvent.Traffic;
import dev.paddock.proxy.usage.Tokens;
import dev.paddock.ui.FakeSession;
import dev.paddock.ui.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Requests as an agent makes them in a minute of work. */
final class SampleTraffic {
  private SampleTraffic() {}

  static void play(FakeSession session) {
    int second = 0;
    for (int turn = 0; turn < 3; turn++) {
      tell(
          session,
          done(
              second++,
              Handling.CREDENTIAL_PUT,
              "GET",
              "api.anthropic.com",
              "/api/oauth/profile",
              200,
              0,
              1_870,
              110));
      tell(
          session,
          done(
              second++,
              Handling.FORWARDED,
              "POST",
              "mcp-proxy.anthropic.com",
              "/v1/mcp",
              202,
              340,
              0,
              85));
      tell(
          session,
          done(
              second++,
              Handling.TUNNELLED,
              "CONNECT",
              "registry.npmjs.org",
              "",
              200,
              2_900,
              1_480_000,
              5_300));
      tell(session, message(second, 48_000 + turn * 9_000, 18_200, 31_400 + turn * 6_100, 812));
      second += 8;
      tell(
          session,
          done(
              second++, Handling.TUNNELLED, "CONNECT", "github.com", "", 200, 5_100, 212_000, 900));
      tell(session, message(second, 61_000 + turn * 9_000, 9_400, 34_900 + turn * 6_100, 341));
      second += 6;
    }
    tell(
        session,
        done(
            second++,
            Handling.ANSWERED,
            "POST",
            "platform.claude.com",
            "/v1/oauth/token",
            200,
            180,
            312,
            1));
    for (int i = 0; i < 23; i++) {
      session
          .requests()
          .take(
              refused(
                  second, "http-intake.logs.us5.datadoghq.com", "the host is on Paddock's list"));
    }
    session
        .requests()
        .take(refused(second + 1, "192.168.1.10", "a private address is never reached"));
    wave(session);
  }

  static ProxyEvent.RequestDone message(int second, long sent, long received, long in, long out) {
    return new ProxyEvent.RequestDone(
        at(second),
        new RequestLine("api.anthropic.com", "POST", "/v1/messages"),
        Handling.CREDENTIAL_PUT,
        200,
        new Traffic(sent, received, Duration.ofMillis(820), Duration.ofMillis(7_400)),
        Optional.of(new Tokens(in, out)));
  }

  static ProxyEvent.Refused refused(int second, String host, String reason) {
    return new ProxyEvent.Refused(at(second), new RequestLine(host, "CONNECT", ""), 403, reason);
  }

  private static ProxyEvent.RequestDone done(
      int second,
      Handling handling,
      String method,
      String host,
      String path,
      int status,
      long sent,
      long received,
      long millis) {
    return new ProxyEvent.RequestDone(
        at(second),
        new RequestLine(host, method, path),
        handling,
        status,
        new Traffic(sent, received, Duration.ofMillis(millis / 2), Duration.ofMillis(millis)),
        Optional.empty());
  }

  private static void tell(FakeSession session, ProxyEvent event) {
    session.requests().take(event);
  }

  private static Instant at(int second) {
    return Samples.NOW.minusSeconds(90 - second);
  }

  private static void wave(FakeSession session) {
    for (int i = 0; i < RequestsViewModel.SECONDS + 1; i++) {
      boolean reading = i % 45 < 12;
      boolean sending = i % 45 == 14;
      session.passed(
          sending ? 61_000 : 300 + 40 * (i % 7),
          reading ? 90_000 + 9_000 * (i % 12) : 1_800 + 900 * (i % 5));
    }
  }
}
