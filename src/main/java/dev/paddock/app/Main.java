package dev.paddock.app;

import dev.paddock.base.AppFolders;
import dev.paddock.base.ExplainedException;
import dev.paddock.cli.Console;
import dev.paddock.cli.PaddockCli;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Entry point of both the window and the command line. */
public final class Main {
  private Main() {}

  /** Opens the window for {@code app}; runs the command line for all else. */
  public static void main(String[] args) {
    var environment = System.getenv();
    var folders = AppFolders.of(environment, home(environment));
    // Before the first logger is made: logback reads it once.
    System.setProperty("paddock.logs", folders.state().resolve("logs").toString());
    System.exit(commandLine(new Parts(folders, environment), List.of(args)));
  }

  /** As every shell sees it; Java's own property ignores the variable. */
  private static Path home(Map<String, String> environment) {
    var home = environment.getOrDefault("HOME", "");
    return Path.of(home.startsWith("/") ? home : System.getProperty("user.home"));
  }

  private static int commandLine(Parts parts, List<String> words) {
    var console = Console.system();
    try {
      new StopAtExit(parts.sessions()).install();
    } catch (ExplainedException e) {
      console.err().println("paddock: " + e.explain().lines());
      return e.explain().code().number();
    }
    try (parts) {
      return new PaddockCli(parts.agents(), parts, console).run(words);
    }
  }
}
