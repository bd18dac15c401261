package dev.paddock.terminal;

import java.nio.charset.StandardCharsets;

/** Hands each operating system command (OSC) to its family; all else is dropped. */
final class SystemCommands {
  private final Titles titles;
  private final ColourQuestions colours;
  private final Links links;
  private final Notifications notifications;
  private final AgentReports agent;
  private final ClipboardWrites clipboard;

  SystemCommands(GateOutput output, Titles titles, ColourQuestions colours) {
    this.titles = titles;
    this.colours = colours;
    links = new Links(output);
    notifications = new Notifications(output);
    agent = new AgentReports(output);
    clipboard = new ClipboardWrites(output);
  }

  void apply(byte[] content, int length) {
    var text = new String(content, 0, length, StandardCharsets.UTF_8);
    int semicolon = text.indexOf(';');
    if (semicolon < 0) {
      return;
    }
    var argument = text.substring(semicolon + 1);
    switch (text.substring(0, semicolon)) {
      case "0", "2" -> titles.change(argument);
      case "4" -> colours.palette(argument);
      case "7" -> agent.folder(argument);
      case "8" -> links.apply(argument);
      case "9" -> notifications.nine(argument);
      case "10" -> colours.dynamic(10, argument);
      case "11" -> colours.dynamic(11, argument);
      case "12" -> colours.dynamic(12, argument);
      case "52" -> clipboard.apply(argument);
      case "99" -> notifications.kitty(argument);
      case "777" -> notifications.rxvt(argument);
      case "7501" -> agent.state(argument);
      default -> {}
    }
  }
}
