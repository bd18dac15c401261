package dev.paddock.proxy;

import dev.paddock.terminal.TerminalSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Records the real agents anew, see {@code src/test/lab/record-agents}. Arguments: the folder for
 * the recordings, and the agents.
 */
public final class RecordAgents {
  private static final TerminalSize LARGE = new TerminalSize(100, 30);
  private static final TerminalSize SMALL = new TerminalSize(80, 24);

  /** Agents show paths, so it is the same folder on every machine. */
  private static final Path FOLDER = Path.of("/tmp/paddock-recording");

  private RecordAgents() {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    for (int i = 1; i < args.length; i++) {
      delete(FOLDER);
      Files.createDirectories(FOLDER);
      record(RecordedAgent.named(args[i]), Path.of(args[0]));
    }
    // Netty's threads would wait for more.
    System.exit(0);
  }

  private static void record(RecordedAgent agent, Path target) throws Exception {
    try (var stage = new RecordingStage(FOLDER, agent)) {
      var run = stage.start(LARGE);
      try {
        converse(run, agent);
        var recording = Scrubbed.of(run.finish(), stage.secrets());
        recording.write(target, agent.id());
        System.out.println(agent.id() + ": " + recording.bytes().length + " bytes");
      } catch (Exception e) {
        System.out.println(run.screen());
        System.out.println(stage.requests());
        throw e;
      } finally {
        run.kill();
      }
    }
  }

  private static void converse(RecordedRun run, RecordedAgent agent) throws Exception {
    run.await(agent.ready());
    run.mark("start");
    run.type("show me everything");
    run.mark("typed");
    run.press("\r");
    run.await("That is all");
    run.mark("answered");
    run.type("now make the file");
    run.press("\r");
    run.await(agent.question());
    run.mark("asked");
    run.press(agent.yes());
    run.await("The file is there");
    run.mark("allowed");
    run.resize(SMALL);
    run.mark("small");
    run.resize(LARGE);
    run.mark("large");
    run.type(agent.leave());
    run.mark("leaving");
    run.press("\r");
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
