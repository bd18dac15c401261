package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.ui.TerminalActionProvider;
import com.techsenger.jeditermfx.ui.TerminalCopyPasteHandler;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import com.techsenger.jeditermfx.ui.settings.SettingsProvider;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/** The widget's panel without its ways to AWT: bell, clipboard, and opening of links. */
final class QuietPanel extends TerminalPanel {

  QuietPanel(SettingsProvider settings, TerminalTextBuffer buffer, StyleState style) {
    super(settings, buffer, style);
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
