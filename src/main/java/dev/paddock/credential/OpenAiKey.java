package dev.paddock.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The host's key of OpenAI's platform: {@code OPENAI_API_KEY} of the environment, else the one in
 * Codex's {@code auth.json}. All methods may be called from any thread.
 */
public final class OpenAiKey implements CredentialSource {
  private static final String VARIABLE = "OPENAI_API_KEY";

  private final CredentialSource sources;

  /** Takes the variable's value now, and looks at the file again at each call. */
  public OpenAiKey(Map<String, String> environment, Path codexFile, Clock clock) {
    sources =
        new FirstOf(
            new FixedCredential(environment.getOrDefault(VARIABLE, ""), VARIABLE + " is not set"),
            new OptionalLogin(new FileLogin<>(codexFile, new CodexKeyFormat(), clock)));
  }

  @Override
  public CredentialState current() {
    return sources.current();
  }
}
