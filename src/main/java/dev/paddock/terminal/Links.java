package dev.paddock.terminal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Links (OSC 8): those to the web pass and are reported, any other target is no link. */
final class Links {
  private static final int MAX_LINK = 2_048;

  private final GateOutput output;
  private String current = "";

  Links(GateOutput output) {
    this.output = output;
  }

  /** Passes a web link without its parameters; any other target ends the link before it. */
  void apply(String argument) {
    int semicolon = argument.indexOf(';');
    var target = semicolon < 0 ? "" : argument.substring(semicolon + 1);
    // The widget cuts a command at each semicolon.
    var shown = web(target) ? target.replace(";", "%3B") : "";
    output.escape("]8;;" + shown + "\033\\");
    if (!shown.equals(current)) {
      current = shown;
      output.report(new TerminalEvent.Hyperlink(shown));
    }
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
