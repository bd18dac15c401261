package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.CursorShape;
import com.techsenger.jeditermfx.core.RequestOrigin;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.util.TermSize;
import com.techsenger.jeditermfx.ui.TerminalActionProvider;
import com.techsenger.jeditermfx.ui.TerminalCopyPasteHandler;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import dev.paddock.terminal.PaneState;
import dev.paddock.terminal.TerminalEvent;
import java.util.concurrent.Executor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The widget's panel without its ways to AWT: bell, clipboard, and opening of links. */
final class QuietPanel extends TerminalPanel {

  private final TerminalFonts fonts;
  private final TerminalTextBuffer buffer;

  // The widget's constructor makes the panel, so these come later.
  private Executor ui = Runnable::run;
  private Runnable paste = () -> {};

  QuietPanel(TerminalLook settings, TerminalTextBuffer buffer, StyleState style) {
    super(settings, buffer, style);
    fonts = settings.fonts();
    this.buffer = buffer;
  }

  /** Sets what runs tasks on the FX thread, and what pastes. */
  void connect(Executor fxThread, Runnable pasting) {
    ui = fxThread;
    paste = pasting;
  }

  /** The size of a character's cell. */
  PaneState.CellSize cellSize() {
    return new PaneState.CellSize(
        (int) Math.round(myCharSize.getWidth()), (int) Math.round(myCharSize.getHeight()));
  }

  /**
   * A place on the screen.
   *
   * @param column from 1
   * @param row from 1
   */
  record Place(int column, int row) {}

  /** The cell at a point of the scene, or the nearest one. */
  Place cellAt(double sceneX, double sceneY) {
    var point = getCanvas().sceneToLocal(sceneX, sceneY);
    int column = (int) Math.floor((point.getX() - getInsetX()) / myCharSize.getWidth());
    int row = (int) Math.floor(point.getY() / myCharSize.getHeight());
    return new Place(
        Math.clamp(column + 1, 1, buffer.getWidth()), Math.clamp(row + 1, 1, buffer.getHeight()));
  }

  /** What reaches the widget is its own: {@link MouseInput} takes the rest away before. */
  @Override
  public boolean isLocalMouseAction(MouseEvent event) {
    return true;
  }

  @Override
  public boolean isLocalMouseAction(ScrollEvent event) {
    return true;
  }

  void caret(TerminalEvent.Caret caret) {
    boolean blinking = caret.blinking();
    setCursorShape(
        switch (caret.shape()) {
          case BLOCK -> blinking ? CursorShape.BLINK_BLOCK : CursorShape.STEADY_BLOCK;
          case UNDERLINE -> blinking ? CursorShape.BLINK_UNDERLINE : CursorShape.STEADY_UNDERLINE;
          case BAR -> blinking ? CursorShape.BLINK_VERTICAL_BAR : CursorShape.STEADY_VERTICAL_BAR;
        });
  }

  @Override
  protected Font getFontToDisplay(char[] text, int start, int end, TextStyle style) {
    return fonts
        .symbol(Character.codePointAt(text, start, end))
        .orElseGet(() -> super.getFontToDisplay(text, start, end, style));
  }

  /** The widget changes nodes here on whatever thread it resizes on. */
  @Override
  public void onResize(TermSize size, RequestOrigin origin) {
    ui.execute(() -> super.onResize(size, origin));
  }

  /** The widget's own paste lets control characters through. */
  @Override
  public void handlePaste() {
    paste.run();
  }

  @Override
  public boolean openSelectedTextAsURL() {
    return false;
  }

  @Override
  public void beep() {
    // Shown in the session list by the terminal's next version; never a sound by AWT.
  }

  @Override
  protected TerminalCopyPasteHandler createCopyPasteHandler() {
    return new FxClipboard();
  }

  @Override
  protected ContextMenu createPopupMenu(TerminalActionProvider actions) {
    var copy = new MenuItem("Copy");
    copy.setOnAction(event -> handleCopy(false, false));
    var paste = new MenuItem("Paste");
    paste.setOnAction(event -> handlePaste());
    return new ContextMenu(copy, paste);
  }

  private static final class FxClipboard implements TerminalCopyPasteHandler {
    @Override
    public void setContents(String text, boolean selection) {
      if (!selection) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
      }
    }

    @Override
    public @Nullable String getContents(boolean selection) {
      return selection ? null : Clipboard.getSystemClipboard().getString();
    }
  }
}
