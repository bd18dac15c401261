package dev.paddock.ui.terminal;

import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;

/**
 * The terminal's fonts: JetBrains Mono, and Noto's symbols for the signs that agents draw and it
 * does not have, so that they look alike on every machine. All else the system's fonts must have.
 */
final class TerminalFonts {
  /** A cell of JetBrains Mono is 0.6 of this wide: 8 whole pixels, so boxes join without seams. */
  static final float SIZE = 40 / 3f;

  /** Noto's symbols are wide; a little smaller most fit into a cell. */
  private static final double SYMBOL_SIZE = 0.9 * SIZE;

  private record Symbols(FontFile file, Font font) {
    static Symbols load(String name) {
      var file = FontFile.load(name);
      return new Symbols(file, Font.font(file.family(), SYMBOL_SIZE));
    }
  }

  private final FontFile monospaced = FontFile.load("JetBrainsMono-Regular.ttf");
  private final List<Symbols> symbols =
      List.of(
          Symbols.load("NotoSansSymbols-Regular.ttf"),
          Symbols.load("NotoSansSymbols2-Regular.ttf"));
  private final Font regular;

  TerminalFonts() {
    FontFile.load("JetBrainsMono-Bold.ttf");
    FontFile.load("JetBrainsMono-Italic.ttf");
    FontFile.load("JetBrainsMono-BoldItalic.ttf");
    // Asked for by name, because a font as loaded has no other one behind it for missing signs.
    regular = Font.font(monospaced.family(), SIZE);
  }

  Font regular() {
    return regular;
  }

  /** The font for a sign that the monospaced one does not have, if it is one of ours. */
  Optional<Font> symbol(int codePoint) {
    if (codePoint < 0x2000 || monospaced.has(codePoint)) {
      return Optional.empty();
    }
    return symbols.stream().filter(s -> s.file.has(codePoint)).map(Symbols::font).findFirst();
  }
}
