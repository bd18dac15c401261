package dev.paddock.ui.terminal;

import com.techsenger.jeditermfx.core.Color;
import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.emulator.ColorPalette;
import com.techsenger.jeditermfx.core.model.TerminalTypeAheadSettings;
import com.techsenger.jeditermfx.ui.settings.DefaultSettingsProvider;
import dev.paddock.terminal.PaneColours;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Font;

/** Font, colours and habits of the terminal; its colours are those of the window's theme. */
final class TerminalLook extends DefaultSettingsProvider {
  private static final int SCROLLBACK = 10_000;

  // GitHub Primer's; colours above the sixteen come from xterm's cube by the widget itself.
  private static final PaneColours DARK =
      new PaneColours(
          0xe6edf3,
          0x0d1117,
          0xe6edf3,
          List.of(
              0x484f58, 0xff7b72, 0x3fb950, 0xd29922, 0x58a6ff, 0xbc8cff, 0x39c5cf, 0xb1bac4,
              0x6e7681, 0xffa198, 0x56d364, 0xe3b341, 0x79c0ff, 0xd2a8ff, 0x56d4dd, 0xffffff),
          true);
  private static final PaneColours LIGHT =
      new PaneColours(
          0x1f2328,
          0xffffff,
          0x1f2328,
          List.of(
              0x24292f, 0xcf222e, 0x116329, 0x4d2d00, 0x0969da, 0x8250df, 0x1b7c83, 0x6e7781,
              0x57606a, 0xa40e26, 0x1a7f37, 0x633c01, 0x218bff, 0xa475f9, 0x3192aa, 0x8c959f),
          false);

  private final ObservableValue<ColorScheme> scheme;
  private final TerminalFonts fonts = new TerminalFonts();

  TerminalLook(ObservableValue<ColorScheme> scheme) {
    this.scheme = scheme;
  }

  TerminalFonts fonts() {
    return fonts;
  }

  @Override
  public Font getTerminalFont() {
    return fonts.regular();
  }

  @Override
  public float getTerminalFontSize() {
    return TerminalFonts.SIZE;
  }

  @Override
  public TerminalColor getDefaultForeground() {
    return new TerminalColor(() -> rgb(colours().foreground()));
  }

  @Override
  public TerminalColor getDefaultBackground() {
    return new TerminalColor(() -> rgb(colours().background()));
  }

  /** What the caret and the selection are drawn with. */
  @SuppressWarnings("deprecation")
  @Override
  public TextStyle getDefaultStyle() {
    return new TextStyle(getDefaultForeground(), getDefaultBackground());
  }

  /** No guesses of what the program will draw: agents draw a whole screen of their own. */
  @Override
  public TerminalTypeAheadSettings getTypeAheadSettings() {
    return new TerminalTypeAheadSettings(false, 0, new TextStyle());
  }

  @Override
  public ColorPalette getTerminalColorPalette() {
    return new Palette();
  }

  @Override
  public int getBufferMaxLinesCount() {
    return SCROLLBACK;
  }

  /** The widget would beep by AWT, which must not start beside GTK. */
  @Override
  public boolean audibleBell() {
    return false;
  }

  @Override
  public boolean copyOnSelect() {
    return false;
  }

  @Override
  public boolean emulateX11CopyPaste() {
    return false;
  }

  @Override
  public boolean pasteOnMiddleMouseClick() {
    return false;
  }

  @Override
  public boolean altSendsEscape() {
    return true;
  }

  /** The pane reports the mouse itself; see {@link MouseInput}. */
  @Override
  public boolean enableMouseReporting() {
    return false;
  }

  @Override
  public boolean sendArrowKeysInAlternativeMode() {
    return false;
  }

  /** The colours of the theme as it is now. */
  PaneColours colours() {
    return scheme.getValue() == ColorScheme.DARK ? DARK : LIGHT;
  }

  private static Color rgb(int value) {
    return new Color(value >> 16, (value >> 8) & 0xff, value & 0xff);
  }

  private final class Palette extends ColorPalette {
    @Override
    protected Color getForegroundByColorIndex(int index) {
      return rgb(colours().palette().get(index));
    }

    @Override
    protected Color getBackgroundByColorIndex(int index) {
      return getForegroundByColorIndex(index);
    }
  }
}
