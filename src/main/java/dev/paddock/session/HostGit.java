package dev.paddock.session;

import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.Commands;
import dev.paddock.base.Escaped;
import dev.paddock.session.guest.GitIdentity;
import java.nio.file.Path;

/** Asks the person's own git who they are. */
final class HostGit {
  private final Commands commands;
  private final Path folder;

  /**
   * A reader.
   *
   * @param folder where git runs: one that no guest can write, for git runs what a repository's
   *     configuration names
   */
  HostGit(Commands commands, Path folder) {
    this.commands = commands;
    this.folder = folder;
  }

  /** Name and address; empty where git is missing or says nothing. */
  GitIdentity identity() throws InterruptedException {
    return new GitIdentity(value("user.name"), value("user.email"));
  }

  private String value(String key) throws InterruptedException {
    try {
      var result = commands.run(Command.of("git", "config", "--global", "--get", key).in(folder));
      return result.succeeded() ? Escaped.text(result.output().strip()) : "";
    } catch (CommandException e) {
      return "";
    }
  }
}
