package dev.paddock.doctor;

import dev.paddock.base.ExplainedException;
import dev.paddock.template.TemplateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** The template, its age and what is in it. */
record TemplateCheck(TemplateStore templates) implements Check {
  private static final Duration OLD = Duration.ofDays(30);

  @Override
  public String id() {
    return "template";
  }

  @Override
  public String title() {
    return "Template VM";
  }

  @Override
  public Finding look() throws ExplainedException {
    var current = templates.current();
    if (current.isEmpty()) {
      return new Finding(
          id(),
          title(),
          Finding.Status.FAIL,
          "There is none yet.",
          "Build it once; it takes some minutes.",
          "paddock setup");
    }
    var manifest = current.get().manifest();
    var age = Duration.between(manifest.built(), Instant.now());
    var text = age.toDays() + " days old, with " + new TreeMap<>(manifest.agents()) + ".";
    return age.compareTo(OLD) > 0
        ? new Finding(
            id(), title(), Finding.Status.WARN, text, "Build a fresh one.", "paddock setup")
        : Finding.ok(id(), title(), text);
  }
}
