package dev.paddock.proxy.rule;

import dev.paddock.credential.Placeholders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules once more, written from their description with regular expressions over whole texts,
 * slowly, and for the sessions of {@link Policies} only. It shares no code with the real ones.
 */
final class NaiveRules {
  private static final Pattern NAME =
      Pattern.compile(
          "((?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)\\.?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d");
  private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");
  private static final Pattern PLAIN_PATH =
      Pattern.compile(
          "(?:/(?!\\.{1,2}(?:/|$))(?:[!-~&&[^/\\\\;#%]]|%(?!00|[01][0-9a-fA-F]|7[fF]|2[eEfF5]|3[bB]|5[cC])[0-9a-fA-F]{2})+)*/?");
  private static final Pattern PROVIDERS =
      Pattern.compile(
          "api\\.anthropic\\.com|mcp-proxy\\.anthropic\\.com|api\\.openai\\.com|(?:.+\\.)?chatgpt\\.com"
              + "|.+\\.githubcopilot\\.com");
  private static final Pattern LOGINS =
      Pattern.compile("platform\\.claude\\.com|auth\\.openai\\.com");
  private static final Pattern GITHUB =
      Pattern.compile(
          "github\\.com|raw\\.githubusercontent\\.com|codeload\\.github\\.com|uploads\\.github\\.com");
  private static final Pattern ON_LIST =
      Pattern.compile(
          "intra\\.example|eu\\.chatgpt\\.com|.+\\.corp\\.example|registry\\.npmjs\\.org|deb\\.debian\\.org"
              + "|.+\\.anthropic\\.com|.+\\.claude\\.com|.+\\.openai\\.com"
              + "|github\\.com|(?:codeload|uploads)\\.github\\.com|raw\\.githubusercontent\\.com");
  private static final Pattern CLAUDES =
      Pattern.compile("(?:api|mcp-proxy)\\.anthropic\\.com|platform\\.claude\\.com");

  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern TARGET = Pattern.compile("[\\x21-\\x7e\\x80-\\xff]+");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final Pattern BLOCKED = Pattern.compile("(?:.*\\.)?datadoghq\\.com");

  private final String session;
  private final Map<String, String> own;
  private final Set<String> others;

  NaiveRules(String session, Placeholders placeholders, Placeholders old) {
    this.session = session;
    this.own = placeholders.byName();
    this.others = Set.copyOf(old.byName().values());
  }

  String ask(Question question) {
    var place = place(question.authority(), question.clear() ? "80" : "443");
    if (place.isEmpty()) {
      return "invalid";
    }
    int colon = place.lastIndexOf(':');
    var host = place.substring(0, colon);
    var port = place.substring(colon + 1);
    boolean intercepted = intercepted(host);
    boolean reachable = reachable(host, port, intercepted);
    var head = question.head();
    if (question.clear()) {
      if (head == null || malformed(head)) {
        return "400";
      }
      if (!reachable || intercepted) {
        return "403";
      }
      var sent = new Sent(head);
      return sent.foreign ? "foreign" : sent.misplaced || sent.ours ? "misplaced" : "pass";
    }
    if (!reachable) {
      return "refused";
    }
    if (!intercepted) {
      return "tunnel";
    }
    if (head == null) {
      return "intercept";
    }
    return malformed(head) ? "400" : intercepted(host, place, question.serverName(), head);
  }

  private String intercepted(
      String host, String place, @Nullable String serverName, RequestHead head) {
    var named = head.headers().stream().filter(h -> h.getKey().equalsIgnoreCase("host")).toList();
    if (named.size() != 1
        || !place(named.getFirst().getValue(), "443").equals(place)
        || (serverName != null && !serverName.toLowerCase(Locale.ROOT).equals(host))) {
      return "421";
    }
    if (List.of("TRACE", "CONNECT").contains(head.method())) {
      return "405";
    }
    if (!head.target().startsWith("/")) {
      return "400";
    }
    var sent = new Sent(head);
    if (PROVIDERS.matcher(host).matches()) {
      var refused = sent.refusal(true);
      if (refused != null) {
        return refused;
      }
      var decision = provider(host, sent);
      return decision.startsWith("put") && makesKeys(head.target().split("\\?", 2)[0])
          ? "403"
          : decision;
    }
    var path = path(head.target().split("\\?", 2)[0]);
    if (path == null) {
      return "400";
    }
    if (LOGINS.matcher(host).matches()) {
      return login(host, head.method(), path, sent);
    }
    var refused = sent.refusal(true);
    if (refused != null) {
      return refused;
    }
    var decision = gitHub(host, head.method(), path, sent);
    boolean makesTokens =
        path.matches(
                "(?si)(/copilot_internal/v\\d+/token"
                    + "|.*/actions/runners/(registration-token|remove-token|generate-jitconfig))/?")
            || (!head.method().matches("GET|HEAD|OPTIONS")
                && path.matches(
                    "(?si)(/repos/[^/]+/[^/]+/keys|/repositories/[^/]+/keys"
                        + "|/user/(keys|gpg_keys|ssh_signing_keys))/?"));
    return host.equals("api.github.com") && makesTokens && decision.startsWith("put")
        ? "403"
        : decision;
  }

  /** What a server makes of the path if it decodes as often as it likes and joins what it likes. */
  private static boolean makesKeys(String path) {
    boolean odd = path.matches("(?s).*([;%\\\\]|//|/\\.).*");
    var plain = path;
    for (int i = 0; i < 3; i++) {
      var decoded = new StringBuilder();
      for (int at = 0; at < plain.length(); at++) {
        if (plain.substring(at).matches("(?s)%[0-9a-fA-F]{2}.*")) {
          decoded.append((char) Integer.parseInt(plain.substring(at + 1, at + 3), 16));
          at += 2;
        } else {
          decoded.append(plain.charAt(at));
        }
      }
      plain = decoded.toString();
    }
    var lower = plain.toLowerCase(Locale.ROOT);
    var words = List.of("create_api_key", "api_keys", "service_accounts", "client_secrets");
    var sessions =
        List.of("realtime/sessions", "realtime/transcription_sessions", "chatkit/sessions");
    return words.stream().anyMatch(lower::contains)
        || sessions.stream().anyMatch(lower::contains)
        || (odd && (lower.contains("realtime") || lower.contains("chatkit")));
  }

  private static String provider(String host, Sent sent) {
    boolean claude = host.endsWith("anthropic.com");
    var allowed =
        claude
            ? Set.of("claude")
            : host.endsWith("chatgpt.com")
                ? Set.of("codex")
                : host.endsWith("copilot.com") ? Set.of("copilot") : Set.of("openai", "codex");
    if (sent.ours) {
      return allowed.contains(sent.kind)
          ? "put " + sent.kind + ":" + sent.where(claude)
          : "misplaced";
    }
    return host.equals("api.anthropic.com") && sent.headers == 0
        ? "put claude: Bearer * +oauth"
        : "pass";
  }

  private static String login(String host, String method, String path, Sent sent) {
    boolean claude = host.endsWith("claude.com");
    var refresh = claude ? "/v1/oauth/token/?" : "/oauth/token/?";
    var refused = sent.refusal(false);
    if (refused != null || sent.ours) {
      return refused == null ? "misplaced" : refused;
    }
    boolean answered = method.equals("POST") && path.matches(refresh);
    return answered ? claude ? "answer claude" : "answer codex" : "pass";
  }

  private String gitHub(String host, String method, String path, Sent sent) {
    boolean api = host.equals("api.github.com");
    boolean changesNothing = method.matches("GET|HEAD|OPTIONS");
    boolean copilot = api && path.matches("(?s)/copilot_internal(/.*)?");
    boolean releases = api && changesNothing && path.matches("(?s)/repos/github/copilot-cli(/.*)?");
    if (session.equals("offline") && !copilot && !releases) {
      return "403";
    }
    if (!sent.ours) {
      return "pass";
    }
    if (sent.kind.equals("copilot")) {
      return copilot ? "put copilot:" + sent.where(false) : releases ? "anonymous" : "misplaced";
    }
    if (!sent.kind.equals("github") || copilot) {
      return "misplaced";
    }
    boolean repos = api || host.equals("uploads.github.com");
    var git = repos ? "" : "(?:\\.git)?";
    var start = repos ? "/repos" : "";
    boolean hasRepositories = !session.matches("plain|ours-.*");
    if (hasRepositories && path.matches("(?s)" + start + "/(?i:acme)/(?i:app)" + git + "(/.*)?")) {
      return "put acme/app:" + sent.where(false);
    }
    if (hasRepositories && path.matches("(?s)" + start + "/(?i:acme)/(?i:docs)" + git + "(/.*)?")) {
      boolean fetch =
          !repos && method.equals("POST") && path.matches("/[^/]+/[^/]+/git-upload-pack/?");
      return changesNothing || fetch ? "put acme/docs:" + sent.where(false) : "403";
    }
    if (!api || path.matches("(?s)/repos/[^/]+/[^/]+(/.*)?")) {
      return "anonymous";
    }
    return session.equals("user")
        ? "put user:" + sent.where(false)
        : path.matches("/graphql/?") ? "403" : "anonymous";
  }

  private boolean intercepted(String host) {
    if (session.equals("ours-offline")) {
      return CLAUDES.matcher(host).matches();
    }
    boolean known =
        PROVIDERS.matcher(host).matches()
            || LOGINS.matcher(host).matches()
            || GITHUB.matcher(host).matches()
            || host.equals("api.github.com");
    if (session.equals("ours-listed")) {
      return CLAUDES.matcher(host).matches() || (known && ON_LIST.matcher(host).matches());
    }
    return known && !(GITHUB.matcher(host).matches() && session.matches("plain|offline"));
  }

  private boolean reachable(String host, String port, boolean intercepted) {
    if (BLOCKED.matcher(host).matches()) {
      return false;
    }
    if (intercepted) {
      return port.equals("443");
    }
    return switch (session) {
      case "offline", "ours-offline" -> false;
      case "listed", "ours-listed" -> ON_LIST.matcher(host).matches() && port.matches("443|80");
      default -> true;
    };
  }

  /** {@code host:port} in one spelling, or nothing. */
  private static String place(String authority, String missing) {
    int colon = authority.indexOf(':');
    var port = colon < 0 ? missing : authority.substring(colon + 1);
    Matcher name = NAME.matcher(colon < 0 ? authority : authority.substring(0, colon));
    if (!PORT.matcher(port).matches() || !name.matches()) {
      return "";
    }
    int number = Integer.parseInt(port);
    var host = name.group(1).toLowerCase(Locale.ROOT);
    boolean odd =
        NUMERIC.matcher(host).matches()
            && (host.split("\\.").length != 4
                || !Arrays.stream(host.split("\\.")).allMatch(o -> OCTET.matcher(o).matches()));
    return number < 1 || number > 65535 || odd || host.length() > 253 ? "" : host + ":" + number;
  }

  /** The path decoded, or null where it is written oddly. */
  private static @Nullable String path(String written) {
    if (!PLAIN_PATH.matcher(written).matches() || written.equals("//")) {
      return null;
    }
    var octets = new byte[written.length()];
    int length = 0;
    for (int i = 0; i < written.length(); i++) {
      boolean escape = written.charAt(i) == '%';
      octets[length++] =
          (byte) (escape ? Integer.parseInt(written, i + 1, i + 3, 16) : written.charAt(i));
      i += escape ? 2 : 0;
    }
    var decoded = new String(octets, 0, length, StandardCharsets.UTF_8);
    return Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(octets, length))
        ? decoded
        : null;
  }

  private static boolean malformed(RequestHead head) {
    var seen = new ArrayList<String>();
    for (var header : head.headers()) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      boolean single =
          List.of("host", "content-length", "transfer-encoding", "authorization", "x-api-key")
              .contains(name);
      if ((single && seen.contains(name)) || !TOKEN.matcher(name).matches()) {
        return true;
      }
      if (CONTROL.matcher(header.getValue()).find()) {
        return true;
      }
      seen.add(name);
    }
    return !TOKEN.matcher(head.method()).matches() || !TARGET.matcher(head.target()).matches();
  }

  /** What the request holds of credentials. */
  private final class Sent {
    private final List<String> good = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();
    private String authorization = "";
    private String key = "";
    private boolean strange;
    private final Set<String> kinds = new LinkedHashSet<>();
    private int headers;
    private boolean foreign;
    private final boolean misplaced;
    private final boolean ours;
    private final String kind;

    Sent(RequestHead head) {
      rest.append(head.target()).append('\n');
      for (var header : head.headers()) {
        switch (header.getKey().toLowerCase(Locale.ROOT)) {
          case "authorization" -> authorization = authorization(header.getValue());
          case "x-api-key" -> {
            headers++;
            key = placed("key *", header.getValue().strip(), "");
          }
          default -> other(header.getValue());
        }
      }
      misplaced = kinds.size() > 1 || own.values().stream().anyMatch(v -> rest.indexOf(v) >= 0);
      ours = !good.isEmpty();
      kind = kinds.isEmpty() ? "" : kinds.iterator().next();
    }

    private String authorization(String value) {
      headers++;
      var parts = value.strip().split("[ \t]+", 2);
      if (parts.length == 1) {
        return placed("*", parts[0], "");
      }
      if (!parts[0].equalsIgnoreCase("basic")) {
        rest.append(parts[0]).append('\n');
        if (!parts[0].equalsIgnoreCase("bearer") && !parts[0].equalsIgnoreCase("token")) {
          notPlaced(parts[1]);
          return "";
        }
        return placed(parts[0] + " *", parts[1], "");
      }
      var decoded = decoded(parts[1]);
      var pair = decoded == null ? new String[] {parts[1]} : decoded.split(":", 2);
      if (pair.length == 1) {
        notPlaced(pair[0]);
        return "";
      }
      boolean user = isOurs(pair[0]);
      boolean password = isOurs(pair[1]);
      if (!user && !password) {
        notPlaced(pair[0]);
        notPlaced(pair[1]);
        return "";
      }
      var first = user ? placed("*", pair[0], "") : remembered(pair[0]);
      var second = password ? placed("*", pair[1], "") : remembered(pair[1]);
      return "Basic " + first + ":" + second;
    }

    /** One of ours that stands where it may, or whatever else it is. */
    private String placed(String words, String value, String otherwise) {
      if (!isOurs(value)) {
        notPlaced(value);
        return otherwise;
      }
      good.add(value);
      own.forEach((name, v) -> {
        if (v.equals(value)) {
          kinds.add(name.replaceAll("\\..*", ""));
        }
      });
      return words;
    }

    private String remembered(String value) {
      boolean before = strange;
      notPlaced(value);
      // The other half of Basic is no credential of its own.
      strange = before;
      return value;
    }

    private void notPlaced(String value) {
      rest.append(value).append('\n');
      boolean holdsOurs = own.values().stream().anyMatch(value::contains);
      boolean theirs = !holdsOurs && others.stream().anyMatch(value::endsWith);
      foreign |= theirs;
      strange |= !holdsOurs && !theirs;
    }

    private void other(String value) {
      rest.append(value).append('\n');
      var parts = value.strip().split(" ", 2);
      if (parts.length == 2 && parts[0].equalsIgnoreCase("basic")) {
        rest.append(decoded(parts[1].strip())).append('\n');
      }
    }

    private boolean isOurs(String value) {
      return own.entrySet().stream()
          .anyMatch(e -> e.getKey().endsWith(".access_token") && e.getValue().equals(value));
    }

    @Nullable String refusal(boolean takesOurs) {
      if (foreign) {
        return "foreign";
      }
      if (misplaced) {
        return "misplaced";
      }
      return takesOurs && strange && session.startsWith("ours") ? "unknown" : null;
    }

    /** Where the real credential goes. */
    String where(boolean claude) {
      if (claude && !key.isEmpty()) {
        return " " + (authorization.isEmpty() ? "Bearer *" : authorization) + " -key +oauth";
      }
      return (authorization.isEmpty() ? "" : " " + authorization)
          + (key.isEmpty() ? "" : " " + key);
    }

    private static @Nullable String decoded(String encoded) {
      try {
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.ISO_8859_1);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }
}
