package dev.paddock.proxy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.Placeholders;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ACCESS, REFRESH and FOREIGN stand for this session's placeholders and another session's. */
class RequestRulesTest {
  private final Placeholders placeholders = new Placeholders(new SecureRandom());
  private final Placeholders foreign = new Placeholders(new SecureRandom());
  private final RequestRules rules = new RequestRules(placeholders);

  @ParameterizedTest
  @CsvSource({
    // The placeholder, in every way that clients send a credential.
    "api.anthropic.com, GET, /v1/models, Authorization, Bearer ACCESS, put",
    "api.anthropic.com, GET, /v1/models, authorization, bearer ACCESS, put",
    "api.anthropic.com, GET, /v1/models, Authorization, token ACCESS, put",
    "api.anthropic.com, GET, /v1/models, Authorization, 'Bearer   ACCESS ', put",
    "api.anthropic.com, GET, /v1/models, Authorization, ACCESS, put",
    "api.anthropic.com, GET, /v1/models, Authorization, Basic ACCESS:x, put",
    "api.anthropic.com, GET, /v1/models, Authorization, basic x:ACCESS, put",
    "api.anthropic.com, GET, /v1/models, X-API-Key, ACCESS, put",
    "mcp-proxy.anthropic.com, POST, /v1/mcp/x, Authorization, Bearer ACCESS, put",
    // No credential at all.
    "api.anthropic.com, GET, /v1/models, Accept, */*, put",
    "mcp-proxy.anthropic.com, GET, /v1/mcp/x, Accept, */*, pass",
    "platform.claude.com, GET, /docs, Accept, */*, pass",
    // Any other value is the client's own.
    "api.anthropic.com, GET, /v1/models, Authorization, Bearer mine, pass",
    "api.anthropic.com, GET, /v1/models, x-api-key, sk-ant-api03-mine, pass",
    "api.anthropic.com, GET, /v1/models, Authorization, Bearer FOREIGN, pass",
    "api.anthropic.com, GET, /v1/models, Authorization, Bearer REFRESH, pass",
    "api.anthropic.com, GET, /v1/models, Authorization, Bearer ACCESSx, pass",
    "api.anthropic.com, GET, /v1/models, Authorization, Basic !!!, pass",
    "api.anthropic.com, GET, /v1/models, X-Other, ACCESS, put",
    "platform.claude.com, GET, /v1/me, Authorization, Bearer mine, pass",
    // The refresh.
    "platform.claude.com, POST, /v1/oauth/token, Accept, */*, answer",
    "platform.claude.com, POST, /v1/oauth/token?x=1, Authorization, Bearer ACCESS, answer",
    "platform.claude.com, GET, /v1/oauth/token, Accept, */*, pass",
    "platform.claude.com, POST, /v1/oauth/tokens, Accept, */*, pass",
    "api.anthropic.com, POST, /v1/oauth/token, Authorization, Bearer mine, pass",
    // A placeholder where none belongs.
    "platform.claude.com, GET, /v1/me, Authorization, Bearer ACCESS, 403",
    "platform.claude.com, GET, /v1/me, Authorization, Bearer REFRESH, 403",
    "platform.claude.com, GET, /v1/me, Authorization, Basic x:ACCESS, 403",
    "platform.claude.com, GET, /v1/me, Cookie, a=ACCESS, 403",
    "platform.claude.com, GET, /v1/me?t=ACCESS, Accept, */*, 403",
    // What would send the credential back, or lead elsewhere.
    "api.anthropic.com, TRACE, /, Authorization, Bearer ACCESS, 405",
    "api.anthropic.com, CONNECT, evil.example:443, Authorization, Bearer ACCESS, 405",
    "api.anthropic.com, GET, https://evil.example/, Authorization, Bearer ACCESS, 400",
    "api.anthropic.com, GET, evil.example/, Authorization, Bearer ACCESS, 400",
    "api.anthropic.com, OPTIONS, *, Authorization, Bearer ACCESS, 400",
  })
  void decides(
      String host, String method, String target, String name, String value, String expected) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    headers.add(Map.entry("Host", host));
    headers.add(Map.entry(name, encoded(filled(value))));
    var head = new RequestHead(method, filled(target), headers);
    assertThat(name(rules.decide(host(host), head))).isEqualTo(expected);
  }

  private static InterceptedHost host(String name) {
    return HostRules.standard().connect(new Target(name, 443))
            instanceof ConnectDecision.Intercept(var host)
        ? host
        : throwUnknown(name);
  }

  private static InterceptedHost throwUnknown(String name) {
    throw new IllegalArgumentException(name);
  }

  private String filled(String text) {
    return text.replace("ACCESS", placeholders.accessToken(CredentialKind.CLAUDE))
        .replace("REFRESH", placeholders.refreshToken(CredentialKind.CLAUDE))
        .replace("FOREIGN", foreign.accessToken(CredentialKind.CLAUDE));
  }

  private static String encoded(String value) {
    boolean basic = value.regionMatches(true, 0, "basic ", 0, 6) && value.indexOf(':') > 0;
    return basic
        ? value.substring(0, 6)
            + Base64.getEncoder()
                .encodeToString(value.substring(6).getBytes(StandardCharsets.US_ASCII))
        : value;
  }

  private static String name(RequestDecision decision) {
    return switch (decision) {
      case RequestDecision.Pass() -> "pass";
      case RequestDecision.PutCredential(var kind) -> "put";
      case RequestDecision.AnswerRefresh() -> "answer";
      case RequestDecision.Refuse(var status, var reason) -> String.valueOf(status);
    };
  }
}
