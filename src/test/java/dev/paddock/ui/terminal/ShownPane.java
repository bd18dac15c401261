package dev.paddock.ui.terminal;

import dev.paddock.terminal.TerminalSize;
import dev.paddock.ui.Fx;
import dev.paddock.ui.Shots;
import dev.paddock.ui.kit.Appearance;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A pane in a window of its own, with what a person at its keyboard does. */
final class ShownPane implements AutoCloseable {
  private final ObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
  private final Node neighbour = new Region();
  private final JediTermPane pane;
  private final Stage stage;

  ShownPane() throws InterruptedException {
    Fx.start();
    pane = Fx.get(() -> new JediTermPane(scheme, System.getenv(), "1.2.3", Platform::runLater));
    stage = Fx.get(this::show);
    Fx.until("the pane has the focus", () -> stage.getScene().getFocusOwner() != null);
  }

  private Stage show() {
    var window = new Stage();
    new Appearance(scheme).install();
    neighbour.setFocusTraversable(true);
    var scene = new Scene(new StackPane(pane.node(), neighbour), 900, 560);
    Appearance.style(scene);
    window.setScene(scene);
    window.show();
    neighbour.setMouseTransparent(true);
    pane.focus();
    return window;
  }

  /** A node beside the pane that can have the focus; it lies over it, but takes no mouse. */
  Node neighbour() {
    return neighbour;
  }

  void darken() {
    Fx.run(() -> scheme.set(ColorScheme.DARK));
  }

  /** Gives the focus away. */
  void blur() {
    Fx.run(neighbour::requestFocus);
  }

  /** Does something with the mouse in the middle of a cell, counted from 1. */
  void mouse(EventType<MouseEvent> type, MouseButton button, int column, int row) {
    Fx.run(() -> {
      var at = point(column, row);
      boolean down = button == MouseButton.PRIMARY && type != MouseEvent.MOUSE_RELEASED;
      Event.fireEvent(
          screenNode(),
          new MouseEvent(
              type, at.getX(), at.getY(), at.getX(), at.getY(), button, 1, false, false, false,
              false, down, false, false, false, false, true, null));
    });
  }

  /** Turns the wheel; a step is 40. */
  void wheel(double by, int column, int row) {
    Fx.run(() -> {
      var at = point(column, row);
      Event.fireEvent(
          screenNode(),
          new ScrollEvent(
              ScrollEvent.SCROLL,
              at.getX(),
              at.getY(),
              at.getX(),
              at.getY(),
              false,
              false,
              false,
              false,
              false,
              false,
              0,
              by,
              0,
              by,
              ScrollEvent.HorizontalTextScrollUnits.NONE,
              0,
              ScrollEvent.VerticalTextScrollUnits.NONE,
              0,
              0,
              null));
    });
  }

  private Node screenNode() {
    return pane.node().lookup("Canvas");
  }

  private Point2D point(int column, int row) {
    var cell = pane.cell();
    // The widget leaves four pixels at the left.
    return screenNode()
        .localToScene(4 + (column - 0.5) * cell.width(), (row - 0.5) * cell.height());
  }

  JediTermPane pane() {
    return pane;
  }

  Stage stage() {
    return stage;
  }

  /** Runs a script in the pane, on a thread of its own that an interrupt of the future ends. */
  CompletableFuture<Integer> sh(String script) {
    return run(List.of("sh", "-c", script));
  }

  /** Runs a program in the pane. */
  CompletableFuture<Integer> run(List<String> argv) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return pane.console().run(argv);
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  /** Waits until the screen holds this text. */
  void await(String text) {
    try {
      Fx.until("\"" + text + "\" on the screen", () -> screen().contains(text));
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + ", but:\n" + screen(), e);
    }
  }

  /** The rows without the blanks at their ends. */
  String screen() {
    return pane.screen().lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
  }

  TerminalSize size() {
    return pane.size();
  }

  /** Types text as a keyboard does: a press, a text event and a release for each character. */
  void type(String text) {
    text.chars()
        .forEach(c -> {
          var typed = Character.toString(c);
          Fx.run(() -> {
            fire(KeyEvent.KEY_PRESSED, "", typed, KeyCode.UNDEFINED, "");
            fire(KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, "");
          });
        });
  }

  /** Presses a key; modifiers are letters of S, C, A, M. */
  void press(KeyCode code, String modifiers) {
    Fx.run(() -> fire(KeyEvent.KEY_PRESSED, "", "", code, modifiers));
  }

  /** Fires an event of the keyboard at what has the focus. FX thread. */
  private void fire(
      EventType<KeyEvent> type, String character, String text, KeyCode code, String modifiers) {
    Node target = stage.getScene().getFocusOwner();
    Event.fireEvent(
        target,
        new KeyEvent(
            type,
            character,
            text,
            code,
            modifiers.contains("S"),
            modifiers.contains("C"),
            modifiers.contains("A"),
            modifiers.contains("M")));
  }

  /** Takes pictures of the pane, for people to look at. */
  void shoot(String name) throws IOException {
    Shots.take(name, stage.getScene(), scheme);
  }

  @Override
  public void close() {
    Fx.run(() -> {
      stage.close();
      pane.close();
    });
  }
}
