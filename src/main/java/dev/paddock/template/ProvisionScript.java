package dev.paddock.template;

import dev.paddock.base.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The script that turns a plain Debian into a template, made from the choices; it lies beside the
 * template's disk for review.
 *
 * @param text for bash; see {@code provision.sh} for its steps and {@code egress.sh} for the way
 *     out of a session's VM
 * @param packages of Debian that it asks for
 */
record ProvisionScript(String text, List<String> packages) {
  private static final String PHASE_MARK = "::phase:: ";

  /** The script for some choices. */
  static ProvisionScript of(TemplateChoices choices) {
    var packages = new ArrayList<>(lines("packages-minimal.txt"));
    List<String> tools = List.of();
    if (!choices.minimal()) {
      packages.addAll(lines("packages-full.txt"));
      tools = NodeTools.PACKAGES;
    }
    var header =
        """
        #!/bin/bash
        FULL=%s
        PACKAGES=(%s)
        NPM_TOOLS=(%s)
        """
            .formatted(choices.minimal() ? "no" : "yes", Shell.join(packages), Shell.join(tools));
    return new ProvisionScript(
        header + resource("egress.sh") + resource("provision.sh"), List.copyOf(packages));
  }

  /** Its digest, which says whether two scripts do the same. */
  Digest digest() {
    return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a line of its output begins a part. */
  static boolean beginsPart(String line) {
    return line.startsWith(PHASE_MARK);
  }

  /** The name of the part that a line begins. */
  static String partOf(String line) {
    return line.substring(PHASE_MARK.length());
  }

  private static List<String> lines(String name) {
    return resource(name)
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty() && !l.startsWith("#"))
        .toList();
  }

  private static String resource(String name) {
    try (var in = ProvisionScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " in this program is broken", e);
    }
  }
}
