package dev.paddock.credential.refresh;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A provider's own program and how it is made to look after its login while doing as little else as
 * possible: no tools, no hooks, no project, and never a flag that takes its guards away.
 *
 * @param name on the PATH
 * @param arguments after the program
 * @param variables of the environment that it needs besides the usual ones
 */
public record ProviderProgram(String name, List<String> arguments, Set<String> variables) {
  /** What a program needs to run at all, to reach the network, and to find its login. */
  private static final Set<String> USUAL =
      Set.of(
          "HOME",
          "USER",
          "LOGNAME",
          "PATH",
          "TMPDIR",
          "LANG",
          "LC_ALL",
          "SHELL",
          "XDG_CONFIG_HOME",
          "XDG_DATA_HOME",
          "XDG_STATE_HOME",
          "XDG_CACHE_HOME",
          "XDG_RUNTIME_DIR",
          "HTTPS_PROXY",
          "https_proxy",
          "HTTP_PROXY",
          "http_proxy",
          "NO_PROXY",
          "no_proxy",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "NODE_EXTRA_CA_CERTS");

  private static final String PROMPT = "Reply with OK";

  /** Where installers put programs that a desktop session's PATH does not know. */
  private static final List<String> HOME_FOLDERS =
      List.of(".local/bin", ".claude/local", ".npm-global/bin", ".bun/bin");

  private static final List<Path> FOLDERS =
      List.of(Path.of("/opt/homebrew/bin"), Path.of("/usr/local/bin"));

  /** Copies what it is given. */
  public ProviderProgram {
    arguments = List.copyOf(arguments);
    variables = Set.copyOf(variables);
  }

  /** Claude Code, which renews its login at the start of a turn where less than 300 s are left. */
  public static ProviderProgram claude() {
    return new ProviderProgram(
        "claude",
        List.of(
            "--print",
            "--safe-mode",
            "--tools",
            "",
            "--strict-mcp-config",
            "--setting-sources",
            "",
            "--settings",
            "{\"disableAllHooks\":true}",
            "--disable-slash-commands",
            "--no-chrome",
            "--no-session-persistence",
            "--model",
            "haiku",
            "--system-prompt",
            PROMPT,
            PROMPT),
        Set.of());
  }

  /** Codex, which does so at its start. */
  public static ProviderProgram codex() {
    return new ProviderProgram(
        "codex",
        List.of(
            "exec",
            "--skip-git-repo-check",
            "--ephemeral",
            "--ignore-user-config",
            "--ignore-rules",
            "--sandbox",
            "read-only",
            "-c",
            "approval_policy=\"never\"",
            "-c",
            "project_doc_max_bytes=0",
            "-c",
            "analytics.enabled=false",
            "-c",
            "features.plugins=false",
            "-c",
            "features.apps=false",
            "-c",
            "features.daemon_auto_start=false",
            PROMPT),
        Set.of("CODEX_HOME"));
  }

  /** The first such program in an absolute folder of the PATH, or where installers put it. */
  Optional<Path> find(Map<String, String> environment) {
    var folders = new ArrayList<Path>();
    for (var entry : environment.getOrDefault("PATH", "").split(":", -1)) {
      try {
        folders.add(Path.of(entry));
      } catch (InvalidPathException e) {
        // Nothing can be in there.
      }
    }
    var home = environment.getOrDefault("HOME", "");
    HOME_FOLDERS.forEach(folder -> folders.add(Path.of(home, folder)));
    folders.addAll(FOLDERS);
    return folders.stream()
        .filter(Path::isAbsolute)
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** Which variables of this environment the program must not see: keys of APIs, above all. */
  List<String> hidden(Map<String, String> environment) {
    return environment.keySet().stream()
        .filter(variable -> !USUAL.contains(variable) && !variables.contains(variable))
        .toList();
  }
}
