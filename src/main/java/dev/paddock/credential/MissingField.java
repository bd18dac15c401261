package dev.paddock.credential;

import java.io.IOException;

/** A login has no such field, or a field of another type. */
final class MissingField extends IOException {
  private final String field;

  MissingField(String field) {
    super("no " + field);
    this.field = field;
  }

  String field() {
    return field;
  }
}
