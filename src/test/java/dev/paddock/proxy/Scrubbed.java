package dev.paddock.proxy;

import dev.paddock.terminal.Recording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Takes what differs from run to run out of a recording, and looks for what must not be in it. */
final class Scrubbed {
  private static final List<Pattern> CHANCE =
      List.of(
          Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
          Pattern.compile("(?<=ses_)[0-9A-Za-z]{20,}"));

  private Scrubbed() {}

  /**
   * The same recording with zeros for numbers by chance.
   *
   * @param secrets what must not be in it
   */
  static Recording of(Recording recording, Collection<String> secrets) {
    var events = new ArrayList<Recording.Event>();
    for (var event : recording.events()) {
      events.add(
          event instanceof Recording.Event.Output(var at, var text)
              ? new Recording.Event.Output(at, scrub(text))
              : event);
    }
    var all = events.toString();
    for (var secret : secrets) {
      if (all.contains(secret)) {
        throw new IllegalStateException("the recording shows a secret or this machine: " + secret);
      }
    }
    return new Recording(recording.size(), List.copyOf(events));
  }

  private static String scrub(String text) {
    var clean = text;
    for (var pattern : CHANCE) {
      clean = pattern.matcher(clean).replaceAll(m -> m.group().replaceAll("[0-9A-Za-z]", "0"));
    }
    return clean;
  }
}
