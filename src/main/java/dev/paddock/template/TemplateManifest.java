package dev.paddock.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a template was made of; lies beside its disk as {@code paddock-template.json}.
 *
 * @param version of this file's form
 * @param built when
 * @param choices what the person chose
 * @param image location of the operating system's image
 * @param imageDigest of that image, {@code sha512:…} or {@code sha256:…}
 * @param agents versions by agent command
 * @param setupScript SHA-256 of {@code ~/.claude-vm.setup.sh} as it ran, empty where there was none
 * @param packages installed operating system packages that were asked for
 */
public record TemplateManifest(
    int version,
    Instant built,
    TemplateChoices choices,
    String image,
    String imageDigest,
    Map<String, String> agents,
    String setupScript,
    List<String> packages) {

  /** Copies what it is given. */
  public TemplateManifest {
    agents = Map.copyOf(agents);
    packages = List.copyOf(packages);
  }
}
