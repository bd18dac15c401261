package dev.paddock.proxy.rule;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a credential of the host's would be answered with a new one, which the guest could keep and
 * use without Paddock: keys, short-lived tokens for browsers, registrations of runners; or where it
 * could register a key of its own. No agent's work needs them.
 */
final class NewCredentials {
  static final String REFUSED = "it would make a new credential, which no session may have";

  private static final Pattern OF_PROVIDERS =
      Pattern.compile(
          "create_api_key|api_keys|service_accounts|client_secrets"
              + "|realtime/(transcription_)?sessions|chatkit/sessions",
          Pattern.CASE_INSENSITIVE);

  /** For paths that servers read differently: what each of the others has in any reading. */
  private static final Pattern WORDS =
      Pattern.compile(
          "create_api_key|api_keys|service_accounts|client_secrets|realtime|chatkit",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ODD = Pattern.compile("[%;\\\\]|//|/\\.");
  private static final Pattern ENCODED = Pattern.compile("%([0-9a-fA-F]{2})");
  private static final int TIMES_ENCODED = 3;

  private static final Pattern VERSION = Pattern.compile("v[0-9]+");
  private static final List<String> RUNNERS = List.of("actions", "runners");
  private static final Set<String> OF_RUNNERS =
      Set.of("registration-token", "remove-token", "generate-jitconfig");

  private static final Set<String> OF_USER = Set.of("keys", "gpg_keys", "ssh_signing_keys");

  private NewCredentials() {}

  /** Whether a provider's path leads to one; nothing says that it reads paths strictly. */
  static boolean atProvider(String path) {
    return OF_PROVIDERS.matcher(path).find()
        || (ODD.matcher(path).find() && WORDS.matcher(decoded(path)).find());
  }

  /**
   * Whether a request to GitHub's API leads to one, or to another lasting access: a key that a
   * guest chose. By segments: a guest chooses the path, and one pattern for all of it took half a
   * second for a long one.
   */
  static boolean atGitHub(boolean reads, List<String> written) {
    var segments = written.stream().map(Ascii::lower).toList();
    return segments.size() >= 2
        && (ofCopilot(segments) || ofRunners(segments) || (!reads && ofKeys(segments)));
  }

  private static boolean ofCopilot(List<String> segments) {
    return segments.size() == 3
        && segments.getFirst().equals("copilot_internal")
        && VERSION.matcher(segments.get(1)).matches()
        && segments.getLast().equals("token");
  }

  /** Of a repository, an organization or an enterprise, by name or number. */
  private static boolean ofRunners(List<String> segments) {
    int size = segments.size();
    return size >= 3
        && segments.subList(size - 3, size - 1).equals(RUNNERS)
        && OF_RUNNERS.contains(segments.getLast());
  }

  private static boolean ofKeys(List<String> segments) {
    var last = segments.getLast();
    return switch (segments.getFirst()) {
      case "repos" -> segments.size() == 4 && last.equals("keys");
      case "repositories" -> segments.size() == 3 && last.equals("keys");
      case "user" -> segments.size() == 2 && OF_USER.contains(last);
      default -> false;
    };
  }

  private static String decoded(String path) {
    var decoded = path;
    for (int i = 0; i < TIMES_ENCODED; i++) {
      decoded =
          ENCODED
              .matcher(decoded)
              .replaceAll(m -> {
                char octet = (char) HexFormat.fromHexDigits(m.group(1));
                return octet == '$' || octet == '\\' ? "\\" + octet : String.valueOf(octet);
              });
    }
    return decoded;
  }
}
