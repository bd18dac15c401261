package dev.paddock.ui.terminal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.terminal.PtyException;
import dev.paddock.ui.Fx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class JediTermPaneUiTest {
  /** Shows the next bytes that arrive, this many. */
  private static String bytes(int count) {
    return "dd bs=1 count=" + count + " 2>/dev/null | cat -vT";
  }

  private ShownPane shown;

  @BeforeEach
  void show() throws InterruptedException {
    shown = new ShownPane();
  }

  @AfterEach
  void close() {
    shown.close();
  }

  @Test
  void runsAShellThatAPersonCanTypeInto() throws Exception {
    var code = shown.sh("export PS1='ready> '; exec sh");
    shown.await("ready>");
    shown.type("echo $((6 * 7)); exit 3");
    shown.press(KeyCode.ENTER, "");
    assertThat(code.get(30, SECONDS)).isEqualTo(3);
    assertThat(shown.screen()).contains("\n42\n");
  }

  @Test
  void hasDrawnEverythingWhenTheProgramsEndIsTold() throws Exception {
    assertThat(shown.sh("seq 3000; printf end").get(60, SECONDS)).isZero();
    assertThat(shown.screen()).contains("2999\n3000\nend");
  }

  @Test
  void showsOneProgramAfterTheOther() throws Exception {
    shown.sh("printf '\\033[?1049h\\033[?25lfirst'").get(30, SECONDS);
    assertThat(shown.sh("stty size; exit 4").get(30, SECONDS)).isEqualTo(4);
    assertThat(shown.screen())
        .contains(shown.size().rows() + " " + shown.size().columns())
        .doesNotContain("first");
  }

  @Test
  void tellsTheProgramTheWindowsSize() throws Exception {
    var code = shown.sh("for i in $(seq 300); do stty size; sleep 0.1; done");
    var before = shown.size();
    shown.await(before.rows() + " " + before.columns());
    Fx.run(() -> shown.stage().setWidth(650));
    Fx.until("a narrower terminal", () -> shown.size().columns() < before.columns());
    // The layout settles in more than one step, so the size is the one at the moment of looking.
    Fx.until(
        "the program's last word to be the pane's size",
        () ->
            shown
                .screen()
                .stripTrailing()
                .endsWith("\n" + shown.size().rows() + " " + shown.size().columns()));
    shown.press(KeyCode.C, "C");
    assertThat(code.get(30, SECONDS)).isEqualTo(128 + 2);
  }

  @Test
  void hangsUpWhenItsThreadIsInterrupted() throws Exception {
    var outcome = new CompletableFuture<String>();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                shown.pane().console().run(List.of("sh", "-c", "echo go; sleep 60"));
                outcome.complete("ended");
              } catch (InterruptedException e) {
                outcome.complete("interrupted");
              } catch (Exception e) {
                outcome.completeExceptionally(e);
              }
            });
    shown.await("go");
    thread.interrupt();
    assertThat(outcome.get(30, SECONDS)).isEqualTo("interrupted");
  }

  @Test
  void explainsAMissingProgram() {
    assertThatThrownBy(() -> shown.run(List.of("no-such-program")).get(30, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(PtyException.class);
  }

  @Test
  void givesTheProgramEveryKey() throws Exception {
    var code = shown.sh("stty raw -echo; printf 'ready '; " + bytes(27));
    shown.await("ready");
    shown.press(KeyCode.ESCAPE, "");
    shown.press(KeyCode.TAB, "");
    shown.press(KeyCode.TAB, "S");
    shown.press(KeyCode.ENTER, "S");
    shown.press(KeyCode.C, "C");
    shown.press(KeyCode.F, "C");
    shown.press(KeyCode.L, "C");
    shown.press(KeyCode.UP, "C");
    shown.press(KeyCode.B, "A");
    shown.type("é.");
    shown.press(KeyCode.UP, "");
    shown.press(KeyCode.BACK_SPACE, "");
    shown.press(KeyCode.F1, "");
    code.get(30, SECONDS);
    assertThat(shown.screen()).contains("ready ^[^I^[[Z^[^M^C^F^L^[[1;5A^[bM-CM-).^[[A^?^[O");
  }

  @Test
  void sendsArrowsInTheFormThatTheProgramChose() throws Exception {
    var code = shown.sh("stty raw -echo; printf '\\033[?1hready '; " + bytes(3));
    shown.await("ready");
    shown.press(KeyCode.UP, "");
    code.get(30, SECONDS);
    assertThat(shown.screen()).contains("ready ^[OA");
  }

  @Test
  void sendsKeysInTheFormThatTheProgramAskedFor() throws Exception {
    var code = shown.sh("stty raw -echo; printf '\\033[>1uready '; " + bytes(7 + 7 + 8 + 1));
    shown.await("ready");
    shown.press(KeyCode.ENTER, "S");
    shown.press(KeyCode.C, "C");
    shown.press(KeyCode.F, "A");
    shown.type("x");
    code.get(30, SECONDS);
    assertThat(shown.screen()).contains("ready ^[[13;2u^[[99;5u^[[102;3ux");
  }

  @Test
  void tellsTheProgramOfTheThemeAndTheFocus() throws Exception {
    var code = shown.sh("stty raw -echo; printf '\\033[?1004;2031hready '; " + bytes(9 + 3 + 3));
    shown.await("ready");
    shown.darken();
    shown.blur();
    Fx.run(() -> shown.pane().focus());
    code.get(30, SECONDS);
    assertThat(shown.screen()).contains("ready ^[[?997;1n^[[O^[[I");
  }

  @Test
  void movesTheFocusOutByOneChord() throws Exception {
    shown.sh("echo hello").get(30, SECONDS);
    shown.press(KeyCode.F6, "SC");
    assertThat(shown.stage().getScene().getFocusOwner()).isEqualTo(shown.neighbour());
  }

  @Test
  void reportsTheMouseOnceAndOnlyWhereTheProgramAskedForIt() throws Exception {
    var code =
        shown.sh("stty raw -echo; printf '\\033[?1002;1006hready '; " + bytes(9 * 2 + 10 * 2));
    shown.await("ready");
    shown.mouse(MouseEvent.MOUSE_MOVED, MouseButton.NONE, 3, 2);
    shown.mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 3, 2);
    shown.mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, 5, 2);
    shown.mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, 5, 2);
    shown.mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 5, 2);
    shown.wheel(40, 5, 2);
    code.get(30, SECONDS);
    assertThat(shown.screen()).contains("ready ^[[<0;3;2M^[[<32;5;2M^[[<0;5;2m^[[<64;5;2M");
  }

  @Test
  void turnsTheWheelIntoArrowsOnTheOtherScreen() throws Exception {
    var code =
        shown.sh("stty raw -echo; printf '\\033[?1049hready '; " + bytes(9) + "; " + bytes(1));
    shown.await("ready");
    shown.wheel(-40, 5, 2);
    shown.await("ready ^[[B^[[B^[[B");
    shown.type("x");
    assertThat(code.get(30, SECONDS)).isZero();
  }

  @Test
  void showsAFrameThatNeverEnds() throws Exception {
    var code = shown.sh("printf '\\033[?2026hhalf a frame'; sleep 60");
    shown.await("half a frame");
    shown.press(KeyCode.C, "C");
    assertThat(code.get(30, SECONDS)).isNotZero();
  }

  @Test
  void pastesInBracketsWhereTheProgramWantsThem() throws Exception {
    Fx.run(() -> copy("a\nb\033[201~"));
    var code = shown.sh("stty raw -echo; printf '\\033[?2004hready '; " + bytes(20));
    shown.await("ready");
    shown.press(KeyCode.V, "SC");
    code.get(30, SECONDS);
    assertThat(shown.screen()).contains("ready ^[[200~a^Mb[201~^[[");
  }

  @Test
  void copiesTheSelection() throws Exception {
    shown.sh("echo chosen words").get(30, SECONDS);
    shown.press(KeyCode.A, "SC");
    shown.press(KeyCode.C, "SC");
    Fx.until(
        "the text on the clipboard",
        () -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("chosen words"));
  }

  @Test
  void leavesTheWindowsKeysToTheWindow() throws Exception {
    var pressed = new AtomicInteger();
    Fx.run(() ->
        shown
            .stage()
            .getScene()
            .getAccelerators()
            .put(
                new KeyCodeCombination(
                    KeyCode.N, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
                pressed::incrementAndGet));
    var code = shown.sh("stty raw -echo; printf 'ready '; " + bytes(1));
    shown.await("ready");
    shown.press(KeyCode.N, "SC");
    assertThat(pressed).hasValue(1);
    shown.type("x");
    code.get(30, SECONDS);
    assertThat(shown.screen()).contains("ready x");
  }

  @Test
  void answersQuestionsInTheirOrder() throws Exception {
    var code =
        shown.sh(
            "stty raw -echo; printf 'ab\\033[6n\\033[c\\033[6n\\033]11;?\\033\\\\\\033[>q'; "
                + bytes(6 + 9 + 6 + 25 + 20));
    code.get(30, SECONDS);
    assertThat(shown.screen())
        .contains("ab^[[1;3R^[[?62;22c^[[1;3R^[]11;rgb:ffff/ffff/ffff^[\\^[P>|Paddock(1.2.3)^[");
  }

  @Test
  void staysUsableUnderHostileOutput() throws Exception {
    var hostile =
        "for c in @ L M P S T X A B C D b; do printf \"\\033[99999999$c\\033[5;99999999r\"; done; "
            + "printf '\\033[>1u\\033_Gi=1;AAAA\\033\\\\\\033]52;c;aGk=\\007"
            + "\\033[8;9;9t\\033[22;0t\\033[3q\\302\\235x\\033\\\\'; printf '\\033c'; ";
    assertThat(shown.sh(hostile + "echo still here").get(30, SECONDS)).isZero();
    assertThat(shown.screen().strip()).isEqualTo("still here");
  }

  @Test
  void drawsColoursAndBoxesInBothThemes() throws Exception {
    shown
        .sh(
            """
            printf '╭─────────────────────╮\\n│ \\033[1mBold\\033[0m \\033[3mitalic\\033[0m │ a │\\n'
            printf '├──┬──╌╌╌╌┼══╬══╪━━┳━━┤\\n╰──┴─────────────────╯ ▐▛███▜▌ ░▒▓ ✻ ⏺ ⎿ ❯ ☐ ✔ ● ⏵⏵ ⠋⠙ ◐ ☒ ※ ⧉ ★\\n'
            for i in 0 1 2 3 4 5 6 7; do printf "\\033[3${i}m fg$i \\033[9${i}m bright \\033[0m"; done
            printf '\\n'
            for i in 0 1 2 3 4 5 6 7; do printf "\\033[4${i}m bg$i \\033[10${i}m bright \\033[0m"; done
            printf '\\n\\033[7minverse\\033[0m \\033[2mdim\\033[0m \\033[4munderlined\\033[0m '
            printf '\\033[38;2;200;100;50mtrue\\033[0m \\033[38;5;208m256\\033[0m 漢字 🙂 wide\\n$ '
            """)
        .get(30, SECONDS);
    assertThat(shown.screen()).contains("├──┬──╌╌╌╌┼══╬══╪━━┳━━┤");
    shown.shoot("terminal");
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
