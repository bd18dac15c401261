package dev.paddock.cli;

import dev.paddock.agent.Agent;
import dev.paddock.base.ByteSize;
import dev.paddock.base.Escaped;
import dev.paddock.proxy.rule.HostPattern;
import dev.paddock.proxy.rule.NetworkMode;
import dev.paddock.session.LaunchRequest;
import dev.paddock.session.NetworkRequest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words after {@code paddock claude}: Paddock's own flags are taken out wherever they stand, as
 * agent-vm does; all others go to the agent in their order.
 *
 * @param request what was asked for
 * @param dryRun print the plan and do nothing
 * @param trustRuntime allow the project's own script without asking
 */
record AgentArguments(LaunchRequest request, boolean dryRun, boolean trustRuntime) {

  /**
   * Takes the words apart.
   *
   * @param folder the current folder, which becomes the project
   */
  static AgentArguments parse(Agent agent, Path folder, List<String> words) throws UsageException {
    var parser = new Parser(words.iterator());
    parser.run();
    return new AgentArguments(
        new LaunchRequest(
            folder,
            agent,
            parser.rest,
            parser.mounts.stream().map(folder::resolve).toList(),
            Optional.ofNullable(parser.memory),
            new NetworkRequest(parser.network, parser.hosts, parser.onlyOurs),
            parser.git),
        parser.dryRun,
        parser.trustRuntime);
  }

  private static final class Parser {
    private final Iterator<String> words;
    private final List<String> rest = new ArrayList<>();
    private final List<Path> mounts = new ArrayList<>();
    private @Nullable ByteSize memory;
    private final Set<HostPattern> hosts = new HashSet<>();
    private NetworkMode network = NetworkMode.OPEN;
    private boolean onlyOurs;
    private boolean git = true;
    private boolean dryRun;
    private boolean trustRuntime;

    Parser(Iterator<String> words) {
      this.words = words;
    }

    void run() throws UsageException {
      while (words.hasNext()) {
        var word = words.next();
        var equals = word.startsWith("--") ? word.indexOf('=') : -1;
        var flag = equals < 0 ? word : word.substring(0, equals);
        var value = equals < 0 ? null : word.substring(equals + 1);
        switch (flag) {
          case "--mount" -> mounts.add(path(value(flag, value)));
          case "--memory" -> memory = size(flag, value(flag, value));
          case "--network" -> network = mode(value(flag, value));
          case "--allow-host" -> hosts.add(host(value(flag, value)));
          case "--only-our-credentials" -> onlyOurs = true;
          case "--no-git" -> git = false;
          case "--dry-run" -> dryRun = true;
          case "--trust-runtime" -> trustRuntime = true;
          default -> rest.add(word);
        }
      }
    }

    private String value(String flag, @Nullable String inline) throws UsageException {
      if (inline != null) {
        return inline;
      }
      if (!words.hasNext()) {
        throw new UsageException(
            flag + " needs a value.", "Write it behind the flag, as in '" + example(flag) + "'.");
      }
      return words.next();
    }

    private static String example(String flag) {
      return flag
          + switch (flag) {
            case "--memory" -> " 8";
            case "--network" -> " listed";
            case "--allow-host" -> " registry.example.org";
            default -> " ../other-project";
          };
    }

    private static NetworkMode mode(String text) throws UsageException {
      for (var mode : NetworkMode.values()) {
        if (mode.name().equalsIgnoreCase(text)) {
          return mode;
        }
      }
      throw new UsageException(
          "--network does not know '" + Escaped.text(text) + "'.",
          "Say open (any public host), listed (providers, package registries and what --allow-host"
              + " names) or offline (the agent's provider only).");
    }

    private static HostPattern host(String text) throws UsageException {
      return HostPattern.parse(text)
          .orElseThrow(() ->
              new UsageException(
                  "--allow-host needs a host and not '" + Escaped.text(text) + "'.",
                  "Name one as in 'registry.example.org', or all below it as in '*.example.org'."));
    }

    private static Path path(String text) throws UsageException {
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        throw new UsageException("--mount needs a folder.", "Give the path of a folder.");
      }
    }

    private static ByteSize size(String flag, String text) throws UsageException {
      try {
        return ByteSize.parse(text);
      } catch (IllegalArgumentException e) {
        throw new UsageException(flag + ": " + e.getMessage() + ".", "Give the memory in GB.");
      }
    }
  }
}
