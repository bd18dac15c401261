package dev.paddock.terminal;

import java.util.function.Supplier;

/**
 * The question for the theme's colours (OSC 4, 10, 11, 12). Setting them does nothing: a pane keeps
 * the colours of its window.
 */
final class ColourQuestions {
  private static final int FOREGROUND = 10;
  private static final int BACKGROUND = 11;
  private static final int CURSOR = 12;

  private final GateOutput output;
  private final Supplier<PaneState> pane;

  ColourQuestions(GateOutput output, Supplier<PaneState> pane) {
    this.output = output;
    this.pane = pane;
  }

  /** OSC 10 to 12: each further question mark asks for the next of them. */
  void dynamic(int first, String argument) {
    int number = first;
    for (var question : argument.split(";", 4)) {
      if (question.equals("?") && number <= CURSOR) {
        answer(Integer.toString(number), colour(number));
      }
      number++;
    }
  }

  /** OSC 4: pairs of a number and a question mark. */
  void palette(String argument) {
    var parts = argument.split(";", 2 * 256);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      if (parts[i + 1].equals("?") && parts[i].matches("[0-9]{1,3}")) {
        int number = Integer.parseInt(parts[i]);
        if (number < 256) {
          answer("4;" + number, pane.get().colours().indexed(number));
        }
      }
    }
  }

  private int colour(int number) {
    var colours = pane.get().colours();
    return switch (number) {
      case FOREGROUND -> colours.foreground();
      case BACKGROUND -> colours.background();
      default -> colours.cursor();
    };
  }

  private void answer(String what, int rgb) {
    // 0xab as 0xabab: programs expect sixteen bits.
    output.answer(
        "\033]%s;rgb:%04x/%04x/%04x\033\\"
            .formatted(
                what, (rgb >> 16 & 0xFF) * 0x101, (rgb >> 8 & 0xFF) * 0x101, (rgb & 0xFF) * 0x101));
  }
}
