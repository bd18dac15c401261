package dev.paddock.proxy.usage;

/** Passes the data of server-sent events on, each event as a JSON text of its own. */
final class EventStreamScanner {
  private static final String FIELD = "data:";

  private final UsageScanner json;
  private int column;
  private boolean data = true;

  EventStreamScanner(UsageScanner json) {
    this.json = json;
  }

  void take(byte octet) {
    switch (octet) {
      case '\n' -> endLine();
      case '\r' -> {}
      default -> {
        if (column == FIELD.length()) {
          pass(octet);
        } else {
          data &= octet == FIELD.charAt(column);
          column++;
        }
      }
    }
  }

  private void pass(byte octet) {
    if (data) {
      json.take(octet);
    }
  }

  private void endLine() {
    if (column == 0) {
      json.begin();
    }
    column = 0;
    data = true;
  }
}
