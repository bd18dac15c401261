package dev.paddock.app;

import dev.paddock.base.AppFolders;
import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.UserError;
import dev.paddock.cli.Console;
import dev.paddock.cli.PaddockCli;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import org.slf4j.LoggerFactory;

/** Entry point of both the window and the command line. */
public final class Main {
  private Main() {}

  /** Opens the window for {@code app}; runs the command line for all else. */
  public static void main(String[] args) {
    var environment = System.getenv();
    // Before the first logger is made: logback reads it once.
    System.setProperty("paddock.logs", folders(environment).state().resolve("logs").toString());
    var words = List.of(args);
    if (!words.isEmpty() && words.getFirst().equals("app")) {
      System.exit(window(words.subList(1, words.size())));
    }
    System.exit(commandLine(parts(), words));
  }

  /** The parts of this process, not shared: each call makes new ones. */
  static Parts parts() {
    var environment = System.getenv();
    return new Parts(folders(environment), environment);
  }

  /** Of the jar, or a word for a build that has none. */
  static String version() {
    return Objects.requireNonNullElse(
        Main.class.getPackage().getImplementationVersion(), "development");
  }

  private static int window(List<String> words) {
    try {
      Application.launch(PaddockApp.class, words.toArray(String[]::new));
      return ExitCode.OK.number();
    } catch (UnsupportedOperationException e) {
      // JavaFX's way of saying that there is no display.
      System.err.println("paddock: The window cannot be opened.");
      System.err.println("There is no display: " + e.getMessage() + ".");
      System.err.println("Start it from a desktop, or use 'paddock claude' in a terminal.");
      return ExitCode.UNAVAILABLE.number();
    } catch (RuntimeException e) {
      // JavaFX wraps what the window's start threw.
      return failed(e.getCause() == null ? e : e.getCause());
    }
  }

  private static int failed(Throwable cause) {
    LoggerFactory.getLogger(Main.class).error("The window could not be opened", cause);
    var error =
        cause instanceof ExplainedException explained
            ? explained.explain()
            : new UserError(
                "The window could not be opened.",
                cause + ".",
                "Please try again; the log has the rest.",
                ExitCode.FAILED);
    System.err.println("paddock: " + error.lines());
    return error.code().number();
  }

  private static int commandLine(Parts parts, List<String> words) {
    var console = Console.system();
    try (parts) {
      return new PaddockCli(parts.agents(), parts, console).run(words);
    }
  }

  private static AppFolders folders(Map<String, String> environment) {
    return AppFolders.of(environment, home(environment));
  }

  /** As every shell sees it; Java's own property ignores the variable. */
  private static Path home(Map<String, String> environment) {
    var home = environment.getOrDefault("HOME", "");
    return Path.of(home.startsWith("/") ? home : System.getProperty("user.home"));
  }
}
