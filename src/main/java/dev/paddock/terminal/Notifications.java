package dev.paddock.terminal;

import dev.paddock.base.Escaped;
import dev.paddock.terminal.TerminalEvent.Progress;
import dev.paddock.terminal.TerminalEvent.ProgressState;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Notifications and progress: OSC 9 (iTerm2 and ConEmu), OSC 777 (rxvt), OSC 99 (kitty). */
final class Notifications {
  private static final int MAX_TITLE = 200;
  private static final int MAX_BODY = 1_000;

  private final GateOutput output;
  // Of a notification that kitty's protocol cut into pieces.
  private final StringBuilder title = new StringBuilder();
  private final StringBuilder body = new StringBuilder();

  Notifications(GateOutput output) {
    this.output = output;
  }

  /** OSC 9: a text, or a number of ConEmu's and its arguments. */
  void nine(String argument) {
    if (!argument.matches("[0-9]{1,2}(;.*)?")) {
      report("", argument);
    } else if (argument.equals("4") || argument.startsWith("4;")) {
      progress(argument.split(";", 4));
    }
  }

  /** OSC 777 ; notify ; title ; body. */
  void rxvt(String argument) {
    var parts = argument.split(";", 3);
    if (parts[0].equals("notify") && parts.length > 1) {
      report(parts[1], parts.length > 2 ? parts[2] : "");
    }
  }

  /**
   * OSC 99 ; metadata ; text. Of the metadata only what the text is, how it is written, and whether
   * more follows; the question what is supported would be answered with the guest's own words, so
   * it is not.
   */
  void kitty(String argument) {
    int semicolon = argument.indexOf(';');
    if (semicolon < 0) {
      return;
    }
    var what = "title";
    boolean encoded = false;
    boolean whole = true;
    for (var entry : argument.substring(0, semicolon).split(":", 32)) {
      switch (entry) {
        case "e=1" -> encoded = true;
        case "d=0" -> whole = false;
        default -> {
          if (entry.startsWith("p=")) {
            what = entry.substring(2);
          }
        }
      }
    }
    var text = argument.substring(semicolon + 1);
    piece(what, encoded ? decoded(text) : text);
    if (whole) {
      if (!title.isEmpty() || !body.isEmpty()) {
        report(title.toString(), body.toString());
      }
      title.setLength(0);
      body.setLength(0);
    }
  }

  private void piece(String what, String text) {
    switch (what) {
      case "title" -> append(title, text, MAX_TITLE);
      case "body" -> append(body, text, MAX_BODY);
      default -> {}
    }
  }

  /** One more than fits, so that the cut is shown later. */
  private static void append(StringBuilder to, String text, int max) {
    to.append(text, 0, Math.clamp(max + 1 - to.length(), 0, text.length()));
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void progress(String[] parts) {
    var state =
        switch (parts.length > 1 ? parts[1] : "") {
          case "0" -> ProgressState.NONE;
          case "1" -> ProgressState.RUNNING;
          case "2" -> ProgressState.FAILED;
          case "3" -> ProgressState.INDETERMINATE;
          case "4" -> ProgressState.PAUSED;
          default -> null;
        };
    if (state != null) {
      var number = parts.length > 2 && parts[2].matches("[0-9]{1,9}") ? parts[2] : "0";
      int percent =
          state == ProgressState.NONE || state == ProgressState.INDETERMINATE
              ? 0
              : Math.min(100, Integer.parseInt(number));
      output.report(new Progress(state, percent));
    }
  }

  private void report(String guestsTitle, String guestsBody) {
    output.report(
        new TerminalEvent.Notification(
            Escaped.text(guestsTitle.strip(), MAX_TITLE),
            Escaped.text(guestsBody.strip(), MAX_BODY)));
  }
}
