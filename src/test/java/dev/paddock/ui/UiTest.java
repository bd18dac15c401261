package dev.paddock.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the window as a whole, with pictures in {@code target/shots}. */
public abstract class UiTest {
  /** Holds the projects. */
  @TempDir protected Path folder;

  /** The window. */
  protected UiDemo demo;

  /** A project. */
  protected Path project;

  @BeforeEach
  final void open() throws Exception {
    project = Files.createDirectory(folder.resolve("my-app"));
    demo = new UiDemo(folder, 1000, 720);
  }

  @AfterEach
  final void close() {
    demo.close();
  }

  /** Opens the launch sheet for the project and waits for its plan. */
  protected final void openLaunch() {
    Fx.run(() -> demo.window.openLaunch(List.of(project), Optional.empty()));
    demo.await("plan");
  }

  /** Starts Claude Code on the project. */
  protected final FakeSession start() {
    openLaunch();
    demo.press("launch-start");
    demo.await("session");
    return demo.sessions.last();
  }

  /** Has the last session ask whether its script may run; the answer comes later. */
  protected final Answer ask() {
    var answer = new Answer();
    var asking = demo.sessions.last().approval;
    answer.thread =
        Thread.startVirtualThread(() -> {
          try {
            answer.given = Optional.of(asking.allow(Samples.SCRIPT));
          } catch (InterruptedException e) {
            answer.given = Optional.empty();
          }
        });
    demo.await("script-question");
    return answer;
  }

  /** What a person said to a script, some day. */
  protected static final class Answer {
    /** Waits for it, as a session does. */
    public Thread thread = Thread.currentThread();

    private volatile Optional<Boolean> given = Optional.empty();

    /** Waits for the session to go on. */
    public Optional<Boolean> get() throws InterruptedException {
      thread.join(20_000);
      return given;
    }
  }
}
