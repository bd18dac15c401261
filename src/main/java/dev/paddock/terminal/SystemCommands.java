package dev.paddock.terminal;

import dev.paddock.base.Escaped;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What becomes of operating system commands (OSC): titles are reported, web links and the question
 * for the screen's colours passed, all else dropped. That includes the clipboard (52).
 */
final class SystemCommands {
  private static final int MAX_TITLE = 200;
  private static final int MAX_LINK = 2_048;
  private static final String STRING_TERMINATOR = "\033\\";

  private final GateOutput output;
  private final ColourQuestions colours;

  SystemCommands(GateOutput output, ColourQuestions colours) {
    this.output = output;
    this.colours = colours;
  }

  void apply(byte[] content, int length) {
    var text = new String(content, 0, length, StandardCharsets.UTF_8);
    int semicolon = text.indexOf(';');
    if (semicolon < 0) {
      return;
    }
    var argument = text.substring(semicolon + 1);
    switch (text.substring(0, semicolon)) {
      case "0", "2" ->
          output.report(new TerminalEvent.Title(Escaped.text(argument.strip(), MAX_TITLE)));
      case "8" -> link(argument);
      case "4" -> colours.palette(argument);
      case "10" -> colours.dynamic(10, argument);
      case "11" -> colours.dynamic(11, argument);
      case "12" -> colours.dynamic(12, argument);
      default -> {}
    }
  }

  /** Passes a web link without its parameters; any other target ends the link before it. */
  private void link(String argument) {
    int semicolon = argument.indexOf(';');
    var target = semicolon < 0 ? "" : argument.substring(semicolon + 1);
    // The widget cuts a command at each semicolon.
    var shown = web(target) ? target.replace(";", "%3B") : "";
    output.escape("]8;;" + shown + STRING_TERMINATOR);
  }

  private static boolean web(String target) {
    var lower = target.toLowerCase(Locale.ROOT);
    if (target.length() > MAX_LINK
        || !(lower.startsWith("https://") || lower.startsWith("http://"))
        || !target.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      return false;
    }
    try {
      return new URI(target).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
