package dev.paddock.proxy.rule;

import dev.paddock.credential.CredentialKind;
import java.util.stream.Collectors;

/**
 * A row of {@link HostRules} as a person reads it.
 *
 * @param hosts a name, or {@code *.domain}
 * @param meaning what becomes of requests to them, one clause
 */
public record HostRule(String hosts, String meaning) {

  /** For a host where the session has nothing to put. */
  static HostRule foreign(InterceptedHost host) {
    return new HostRule(host.pattern().text(), "credentials from elsewhere are refused");
  }

  static HostRule of(InterceptedHost host) {
    var meaning =
        switch (host) {
          case InterceptedHost.Provider provider ->
              provider.credentials().stream()
                      .map(CredentialKind::label)
                      .sorted()
                      .collect(Collectors.joining(" or "))
                  + " in place of its placeholder"
                  + (provider.whenMissing() == null ? "" : ", and where a request has none");
          case InterceptedHost.TokenEndpoint endpoint ->
              endpoint.kind().label() + ": POST " + endpoint.refreshPath() + " is answered here";
          case InterceptedHost.GitHub gitHub ->
              switch (gitHub.paths()) {
                case API_OF_COPILOT -> CredentialKind.COPILOT.label() + " on Copilot's paths only";
                case API ->
                    CredentialKind.COPILOT.label()
                        + " on Copilot's paths, a repository's access on its own";
                case WEB, UPLOADS -> "a repository's access on its own paths";
              };
        };
    return new HostRule(host.pattern().text(), meaning);
  }
}
