package dev.paddock.proxy.rule;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads a path into its segments, decoded once. A path that two servers could read differently has
 * no segments at all: a slash, backslash, dot, semicolon or percent sign in disguise, an empty or a
 * dot segment, what is not UTF-8.
 */
final class StrictPath {
  private static final String NEVER = "\\;#";
  private static final String NEVER_ENCODED = "/\\.;%";

  private StrictPath() {}

  /** The segments of a request target's path; empty where it is not to be trusted. */
  static Optional<List<String>> segments(String path) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    var segments = new ArrayList<String>();
    // The end of a folder's path is no segment.
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    for (int start = 1; start <= end; ) {
      int slash = path.indexOf('/', start);
      int stop = slash < 0 || slash > end ? end : slash;
      var segment = decoded(path.substring(start, stop));
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      segments.add(segment.get());
      start = stop + 1;
    }
    return Optional.of(segments);
  }

  private static Optional<String> decoded(String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      return Optional.empty();
    }
    if (!segment.chars().allMatch(c -> Ascii.visible(c) && NEVER.indexOf(c) < 0)) {
      return Optional.empty();
    }
    return segment.indexOf('%') < 0 ? Optional.of(segment) : percentDecoded(segment);
  }

  private static Optional<String> percentDecoded(String segment) {
    var octets = new ByteArrayOutputStream(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c != '%') {
        octets.write(c);
        continue;
      }
      if (i + 2 >= segment.length()
          || !Ascii.hex(segment.charAt(i + 1))
          || !Ascii.hex(segment.charAt(i + 2))) {
        return Optional.empty();
      }
      int octet = HexFormat.fromHexDigits(segment, i + 1, i + 3);
      if (octet < 0x20 || octet == 0x7f || NEVER_ENCODED.indexOf(octet) >= 0) {
        return Optional.empty();
      }
      octets.write(octet);
      i += 2;
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(octets.toByteArray())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
