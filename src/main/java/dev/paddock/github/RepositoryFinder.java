package dev.paddock.github;

import dev.paddock.project.SmallFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * Reads which repositories folders belong to. A guest can write everything that is read here, so
 * nothing is run, no include and no link is followed, and no file is read beyond a size.
 */
public final class RepositoryFinder {
  private static final int LONGEST_URL = 2_000;
  private static final Pattern NAME = Pattern.compile("(?!\\.+$)[A-Za-z0-9._-]{1,100}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");
  private static final Pattern SCP = Pattern.compile("(?:[^@/:]+@)?([^/:@]+):(?!//)(.+)");
  private static final Pattern URL =
      Pattern.compile("(?:https?|ssh|git)://(?:[^@/]*@)?([^/:]+)(?::\\d+)?/(.+)");

  /** The repositories of the folders and of their submodules, {@code origin} first, each once. */
  public List<Repository> find(List<Path> folders) {
    var found = new LinkedHashSet<Repository>();
    for (var folder : folders) {
      found.addAll(remotes(folder));
      SmallFile.read(folder.resolve(".gitmodules"))
          .flatMap(RepositoryFinder::parse)
          .ifPresent(modules -> found.addAll(urls(modules, "submodule")));
    }
    return List.copyOf(found);
  }

  private static List<Repository> remotes(Path folder) {
    return gitFolder(folder)
        .flatMap(git -> SmallFile.read(git.resolve("config")))
        .flatMap(RepositoryFinder::parse)
        .map(config -> urls(config, "remote"))
        .orElse(List.of());
  }

  /** {@code .git} itself, or where a worktree's or submodule's {@code .git} file leads to. */
  private static Optional<Path> gitFolder(Path folder) {
    var git = folder.resolve(".git");
    if (Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(git);
    }
    return SmallFile.read(git)
        .filter(text -> text.startsWith("gitdir: "))
        .flatMap(text -> resolved(folder, text.substring(8)))
        .map(dir ->
            SmallFile.read(dir.resolve("commondir"))
                .flatMap(common -> resolved(dir, common))
                .orElse(dir));
  }

  private static Optional<Path> resolved(Path folder, String path) {
    try {
      return Optional.of(folder.resolve(path.strip()).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Config> parse(String text) {
    var config = new Config();
    try {
      config.fromText(text);
      return Optional.of(config);
    } catch (ConfigInvalidException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<Repository> urls(Config config, String section) {
    var names = new ArrayList<>(config.getSubsections(section));
    names.sort((a, b) -> Boolean.compare(b.equals("origin"), a.equals("origin")));
    return names.stream()
        .map(name -> config.getString(section, name, "url"))
        .flatMap(url -> repository(url == null ? "" : url).stream())
        .toList();
  }

  static Optional<Repository> repository(String url) {
    if (url.length() > LONGEST_URL) {
      return Optional.empty();
    }
    for (var form : List.of(URL, SCP)) {
      var match = form.matcher(url.strip());
      if (match.matches()) {
        return repository(match.group(1), match.group(2));
      }
    }
    return Optional.empty();
  }

  private static Optional<Repository> repository(String host, String path) {
    var plain = path.replaceAll("^/+|/+$", "");
    var parts = List.of(plain.split("/", -1));
    if (parts.size() != 2) {
      return Optional.empty();
    }
    var name =
        parts.get(1).endsWith(".git")
            ? parts.get(1).substring(0, parts.get(1).length() - 4)
            : parts.get(1);
    boolean valid =
        HOST.matcher(host).matches()
            && NAME.matcher(parts.get(0)).matches()
            && NAME.matcher(name).matches();
    // GitHub's ssh over the https port has a name of its own.
    var lower = host.toLowerCase(Locale.ROOT);
    var real = lower.equals("ssh.github.com") ? "github.com" : lower;
    return valid ? Optional.of(new Repository(real, parts.get(0), name)) : Optional.empty();
  }
}
