package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.CursorShape;
import com.techsenger.jeditermfx.core.TerminalDisplay;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseFormat;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseMode;
import com.techsenger.jeditermfx.core.model.TerminalSelection;
import org.jspecify.annotations.Nullable;

/** A display that nobody looks at. */
final class SilentDisplay implements TerminalDisplay {

  @Override
  public void setCursor(int x, int y) {}

  @Override
  public void setCursorShape(@Nullable CursorShape shape) {}

  @Override
  public void beep() {}

  @Override
  public void scrollArea(int top, int size, int by) {}

  @Override
  public void setCursorVisible(boolean visible) {}

  @Override
  public void useAlternateScreenBuffer(boolean use) {}

  @Override
  public String getWindowTitle() {
    return "";
  }

  @Override
  public void setWindowTitle(String title) {}

  @Override
  public @Nullable TerminalSelection getSelection() {
    return null;
  }

  @Override
  public void terminalMouseModeSet(MouseMode mode) {}

  @Override
  public void setMouseFormat(MouseFormat format) {}

  @Override
  public boolean ambiguousCharsAreDoubleWidth() {
    return false;
  }
}
