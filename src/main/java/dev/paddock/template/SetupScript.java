package dev.paddock.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The person's own {@code ~/.claude-vm.setup.sh}, which runs in each new template as the VM's
 * ordinary user with sudo; the name is agent-vm's.
 *
 * @param text for bash
 * @param digest of its bytes, for the manifest
 */
record SetupScript(String text, Digest digest) {
  private static final String NAME = ".claude-vm.setup.sh";
  private static final long MAX_BYTES = 1 << 20;

  /** The one in a home folder, or empty where there is none. */
  static Optional<SetupScript> in(Path home) throws TemplateException {
    var file = home.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw TemplateException.choice(
            "The setup script " + file + " is too large.",
            "It has more than a mebibyte.",
            "Let a short script get the rest.");
      }
      var content = Files.readAllBytes(file);
      return Optional.of(
          new SetupScript(new String(content, StandardCharsets.UTF_8), Digest.sha256(content)));
    } catch (IOException e) {
      throw TemplateException.file("The setup script " + file + " cannot be read.", e);
    }
  }
}
