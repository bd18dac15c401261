package dev.paddock.terminal;

/**
 * Hands each control sequence to its family, which writes it anew with explicit numbers inside
 * their range, answers or reports it. What belongs to no family is dropped.
 */
final class ControlSequences {
  private final ScreenSequences screen;
  private final ModeSequences modes;
  private final KeyboardSequences keyboard;
  private final Questions questions;
  private final Titles titles;

  ControlSequences(
      ScreenSequences screen,
      ModeSequences modes,
      KeyboardSequences keyboard,
      Questions questions,
      Titles titles) {
    this.screen = screen;
    this.modes = modes;
    this.keyboard = keyboard;
    this.questions = questions;
    this.titles = titles;
  }

  void apply(ControlSequence s) {
    switch (s.intermediate()) {
      case 0 -> plain(s);
      case '$' -> {
        if (s.finalByte() == 'p') {
          modes.question(s);
        }
      }
      case ' ' -> {
        if (s.prefix() == 0 && s.finalByte() == 'q') {
          screen.caret(s);
        }
      }
      case '!' -> {
        if (s.prefix() == 0 && s.finalByte() == 'p') {
          screen.softReset();
        }
      }
      default -> {}
    }
  }

  private void plain(ControlSequence s) {
    int last = s.finalByte();
    switch (s.prefix()) {
      case 0 -> {
        switch (last) {
          case 'h', 'l' -> modes.standard(s);
          case 'c', 'n' -> questions.standard(s);
          case 't' -> window(s);
          default -> screen.apply(s);
        }
      }
      case '?' -> {
        switch (last) {
          case 'h', 'l' -> modes.dec(s);
          case 'u', 'm' -> keyboard.question(s);
          case 'n' -> questions.dec(s);
          default -> screen.selective(s);
        }
      }
      case '>' -> {
        switch (last) {
          case 'u', 'm', 'n' -> keyboard.more(s);
          default -> questions.identity(s);
        }
      }
      case '<', '=' -> {
        if (last == 'u') {
          keyboard.change(s);
        }
      }
      default -> {}
    }
  }

  private void window(ControlSequence s) {
    switch (s.value(0, 0)) {
      case 22 -> titles.keep(s);
      case 23 -> titles.restore(s);
      default -> questions.standard(s);
    }
  }
}
