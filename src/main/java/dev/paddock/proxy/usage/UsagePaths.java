package dev.paddock.proxy.usage;

import java.util.List;
import java.util.Set;

/** Where providers say how many tokens a request took. */
final class UsagePaths {
  private record Provider(String host, boolean subdomains, Set<String> paths) {
    boolean has(String name, String path) {
      boolean here = name.equals(host) || (subdomains && name.endsWith("." + host));
      return here && paths.contains(path);
    }
  }

  private static final List<Provider> PROVIDERS =
      List.of(
          new Provider("api.anthropic.com", false, Set.of("/v1/messages")),
          new Provider("api.openai.com", false, Set.of("/v1/responses", "/v1/chat/completions")),
          new Provider("chatgpt.com", true, Set.of("/backend-api/codex/responses")),
          new Provider(
              "githubcopilot.com",
              true,
              Set.of("/v1/messages", "/responses", "/chat/completions")));

  private UsagePaths() {}

  static boolean known(String host, String path) {
    return PROVIDERS.stream().anyMatch(p -> p.has(host, path));
  }
}
