package dev.paddock.ui.terminal;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.paddock.ui.Fx;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A program of its own that uses a pane in every way, for a test that looks at what it loaded. */
final class PaneWithoutAwt {
  private PaneWithoutAwt() {}

  public static void main(String[] args) {
    try (var shown = new ShownPane()) {
      var code =
          shown.sh(
              "printf 'ready\\a \\033]8;;https://a.b/\\033\\\\link\\033]8;;\\033\\\\ '; read x");
      shown.await("ready");
      shown.press(KeyCode.A, "SC");
      shown.press(KeyCode.C, "SC");
      shown.press(KeyCode.V, "SC");
      Fx.run(() -> click(shown, MouseButton.PRIMARY, 2));
      Fx.run(() -> click(shown, MouseButton.MIDDLE, 1));
      shown.type("x");
      shown.press(KeyCode.ENTER, "");
      System.out.println("exit " + code.get(30, SECONDS));
    } catch (Exception | AssertionError e) {
      System.out.println(e);
    } finally {
      // JavaFX's thread would keep the program alive after a failure.
      System.exit(0);
    }
  }

  private static void click(ShownPane shown, MouseButton button, int count) {
    var target = shown.stage().getScene().getFocusOwner();
    target.fireEvent(
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            40,
            12,
            40,
            12,
            button,
            count,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            null));
  }
}
