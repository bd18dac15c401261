package dev.paddock.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a file's attributes say; another one means that the file has changed. */
record Fingerprint(FileTime modified, long size, @Nullable Object identity) {

  static Fingerprint of(Path file) throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Fingerprint(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
  }

  boolean youngerThan(Duration age, Instant now) {
    return modified.toInstant().isAfter(now.minus(age));
  }
}
