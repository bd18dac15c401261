package dev.paddock.ui;

import dev.paddock.agent.Agents;
import dev.paddock.base.Signal;
import dev.paddock.session.AgentConsole;
import dev.paddock.template.Template;
import dev.paddock.template.TemplateChoices;
import dev.paddock.ui.error.UncaughtErrors;
import dev.paddock.ui.home.RecentProjects;
import dev.paddock.ui.kit.Appearance;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.FxThread;
import dev.paddock.ui.kit.FxTimer;
import dev.paddock.ui.session.TerminalPane;
import dev.paddock.ui.window.PaddockWindow;
import dev.paddock.ui.window.WindowParts;
import dev.paddock.ui.wizard.BuildStatus;
import dev.paddock.ui.wizard.SetupCheck;
import dev.paddock.ui.wizard.TemplateBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The whole window with nothing real behind it. */
public final class UiDemo implements AutoCloseable {
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Stage stage;

  /** What it looks like. */
  public final ObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);

  /** Behind the window. */
  public final FakeSessions sessions = new FakeSessions(Samples.NOW);

  /** Behind the window. */
  public final FakeDesktop desktop = new FakeDesktop();

  /** Takes what nobody caught. */
  public final UncaughtErrors errors = new UncaughtErrors();

  /** Kept in the test's folder. */
  public final RecentProjects recent;

  /** What the window finds. */
  public volatile Optional<Template> template = Optional.of(Samples.TEMPLATE);

  /** What the wizard's first page finds. */
  public volatile List<SetupCheck> checks = List.of();

  /** The build that the wizard has started. */
  public volatile FakeBuild build = new FakeBuild(Samples.CHOICES);

  /** The window. */
  public final PaddockWindow window;

  /** Its scene. */
  public final Scene scene;

  /** A build that a test moves along. */
  public static final class FakeBuild implements TemplateBuild {
    /** What was asked for. */
    public final TemplateChoices choices;

    /** Whether it was asked to end. */
    public volatile boolean cancelled;

    private final Signal<BuildStatus> status =
        new Signal<>(new BuildStatus(List.of(), List.of(), new BuildStatus.Outcome.Building()));

    FakeBuild(TemplateChoices choices) {
      this.choices = choices;
    }

    @Override
    public Signal<BuildStatus> status() {
      return status;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  /** Shows the window; not on the FX thread. */
  public UiDemo(Path folder, double width, double height) throws InterruptedException {
    Fx.start();
    recent =
        new RecentProjects(folder.resolve("recent.json"), () -> Samples.NOW.minusSeconds(8000));
    var ui = new FxThread(errors);
    var parts =
        new WindowParts(
            sessions,
            Agents.builtIn(),
            recent,
            () -> template,
            () -> checks,
            choices -> {
              build = new FakeBuild(choices);
              return build;
            },
            DemoTerminal::new,
            folder);
    var opened = new ArrayList<Object>();
    Fx.run(() -> {
      new Appearance(scheme).install();
      var made =
          new PaddockWindow(
              parts,
              new Background(workers, ui),
              new FxTimer(() -> Samples.NOW, ui),
              desktop,
              errors);
      var root = new Scene(made.root(), width, height);
      Appearance.style(root);
      var shown = new Stage();
      shown.setScene(root);
      made.open();
      shown.show();
      opened.addAll(List.of(made, root, shown));
    });
    window = (PaddockWindow) opened.get(0);
    scene = (Scene) opened.get(1);
    stage = (Stage) opened.get(2);
  }

  /** The node with this id, which must be on screen. FX thread. */
  public Node node(String id) {
    var node = scene.lookup("#" + id);
    if (node == null || !node.isVisible()) {
      throw new AssertionError("not on screen: #" + id);
    }
    return node;
  }

  /** Whether there is a node with this id on screen. FX thread. */
  public boolean shows(String id) {
    var node = scene.lookup("#" + id);
    return node != null && node.isVisible() && node.isManaged();
  }

  /** Waits until there is a node with this id on screen. */
  public void await(String id) {
    Fx.until("#" + id, () -> shows(id));
  }

  /** Waits until the node with this id has the focus, which it gets a pulse after it is shown. */
  public void awaitFocus(String id) {
    Fx.until(
        "#" + id + " has the focus",
        () -> scene.getFocusOwner() != null && id.equals(scene.getFocusOwner().getId()));
  }

  /** Presses a button, waiting for it to be there and enabled. */
  public void press(String id) {
    Fx.until("#" + id + " can be pressed", () -> shows(id) && !node(id).isDisabled());
    Fx.run(() -> ((ButtonBase) node(id)).fire());
  }

  /** Presses a key where the focus is. */
  public void type(KeyCode key, boolean control, boolean shift) {
    Fx.run(() -> {
      var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
      for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
        Event.fireEvent(target, new KeyEvent(type, "", "", key, shift, control, false, false));
      }
    });
  }

  /** The text of a label. */
  public String text(String id) {
    return Fx.get(() -> ((Label) node(id)).getText());
  }

  /** Takes pictures. */
  public void shoot(String name) throws IOException {
    Shots.take(name, scene, scheme);
  }

  @Override
  public void close() {
    Fx.run(() -> {
      window.close();
      stage.close();
    });
    workers.shutdownNow();
  }

  private static final class DemoTerminal implements TerminalPane {
    private final StackPane node = new StackPane();

    DemoTerminal() {
      var text =
          new Label(
              """
               ▐▛███▜▌   Claude Code v2.1.330
              ▝▜█████▛▘  Opus · Claude Max
                ▘▘ ▝▝    ~/src/my-app

              > fix all lint errors

              ● I'll run the linter first.

              ● Bash(npm run lint)
                 └ 12 problems (12 errors, 0 warnings)
              """);
      text.getStyleClass().add("mono");
      node.getChildren().add(text);
      node.setId("terminal");
      node.getStyleClass().add("terminal");
      node.setAccessibleText("The agent's terminal");
      node.setFocusTraversable(true);
      StackPane.setAlignment(text, javafx.geometry.Pos.TOP_LEFT);
    }

    @Override
    public Region node() {
      return node;
    }

    @Override
    public AgentConsole console() {
      return new FakeConsole();
    }

    @Override
    public void focus() {
      node.requestFocus();
    }

    @Override
    public void close() {}
  }
}
