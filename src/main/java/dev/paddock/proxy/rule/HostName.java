package dev.paddock.proxy.rule;

import java.net.IDN;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One spelling for every host: two spellings of one name must not get two decisions.
 *
 * <p>Numbers that some resolvers take for addresses (127.1, 0x7f.1, 2130706433) are no names.
 */
final class HostName {
  private static final int LONGEST = 253;

  /** Of a character in UTF-8. */
  private static final int MOST_OCTETS = 4;

  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

  private HostName() {}

  /** The normal form of a host as a client wrote it; empty where it is none. */
  static Optional<String> normalise(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      return ipv6(text.substring(1, text.length() - 1));
    }
    return ascii(text).map(HostName::withoutTrailingDot).filter(HostName::isNameOrIpv4);
  }

  /** Whether a host in normal form is an address. */
  static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
  }

  private static Optional<String> ipv6(String text) {
    boolean plausible =
        text.indexOf(':') >= 0 && text.chars().allMatch(c -> Ascii.hex(c) || c == ':' || c == '.');
    try {
      return plausible
          ? Optional.of(InetAddress.ofLiteral(text).getHostAddress())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> ascii(String text) {
    if (text.length() > LONGEST * MOST_OCTETS) {
      return Optional.empty();
    }
    if (text.chars().allMatch(c -> c < 0x80)) {
      return Optional.of(text.toLowerCase(Locale.ROOT));
    }
    try {
      return Optional.of(
          IDN.toASCII(unicode(text), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
    } catch (CharacterCodingException | RuntimeException e) {
      // IDN has no type of its own for what it cannot read.
      return Optional.empty();
    }
  }

  /** HTTP heads arrive as one character for each octet; beyond ASCII they are meant as UTF-8. */
  private static String unicode(String text) throws CharacterCodingException {
    if (text.chars().anyMatch(c -> c > 0xff)) {
      return text;
    }
    var octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
  }

  private static String withoutTrailingDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean isNameOrIpv4(String name) {
    if (name.length() > LONGEST) {
      return false;
    }
    var labels = name.split("\\.", -1);
    for (var label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return !NUMBER.matcher(labels[labels.length - 1]).matches() || IPV4.matcher(name).matches();
  }
}
