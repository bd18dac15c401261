package dev.paddock.proxy.usage;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds token counts in JSON that comes byte by byte: the numbers of {@code usage}, {@code
 * message.usage} and {@code response.usage}, as Anthropic and OpenAI write them. The last value of
 * each counts.
 *
 * <p>Not a JSON library, because an answer may be of any length and those keep whole strings: this
 * keeps a fixed number of bytes whatever comes, and never fails; what is not JSON yields nothing or
 * nonsense numbers.
 */
final class UsageScanner {
  private static final int LONGEST_KEY = 32;
  private static final long LARGEST = 1_000_000_000_000L;
  private static final long NONE = -1;
  private static final long NOT_WHOLE = -2;

  /** The objects that lead to the counts. */
  private enum Level {
    ROOT,
    WRAPPER,
    USAGE;

    @Nullable Level child(String key) {
      return switch (key) {
        case "usage" -> this == USAGE ? null : USAGE;
        case "message", "response" -> this == ROOT ? WRAPPER : null;
        default -> null;
      };
    }
  }

  private final Level[] path = new Level[Level.values().length];
  private final byte[] key = new byte[LONGEST_KEY];
  private long depth;
  private int known;
  private int keyLength;
  private boolean inString;
  private boolean inKey;
  private boolean escaped;
  private boolean afterColon;
  private long number = NONE;

  private long input = NONE;
  private long cacheWritten = NONE;
  private long cacheRead = NONE;
  private long output = NONE;

  void take(byte octet) {
    if (inString) {
      takeInString(octet);
      return;
    }
    switch (octet) {
      case '"' -> beginString();
      case '{' -> open(next());
      case '[' -> open(null);
      case '}', ']' -> close();
      case ':' -> afterColon = true;
      case ',' -> endValue();
      default -> takeDigit(octet);
    }
  }

  /** Another JSON text begins; the counts stay. */
  void begin() {
    depth = 0;
    known = 0;
    inString = false;
    escaped = false;
    forgetMember();
  }

  /** The sum so far; empty where nothing was said. */
  Optional<Tokens> tokens() {
    return input == NONE && output == NONE
        ? Optional.empty()
        : Optional.of(new Tokens(said(input) + said(cacheWritten) + said(cacheRead), said(output)));
  }

  private static long said(long count) {
    return Math.max(0, count);
  }

  private void takeInString(byte octet) {
    if (escaped) {
      escaped = false;
    } else if (octet == '\\') {
      escaped = true;
      // None of our names is written with one.
      keyLength = LONGEST_KEY + 1;
    } else if (octet == '"') {
      inString = false;
    } else if (inKey) {
      if (keyLength < LONGEST_KEY) {
        key[keyLength] = octet;
      }
      keyLength = Math.min(keyLength + 1, LONGEST_KEY + 1);
    }
  }

  private void beginString() {
    inString = true;
    inKey = atKnown() && !afterColon;
    if (inKey) {
      keyLength = 0;
    }
  }

  private boolean atKnown() {
    return known > 0 && depth == known;
  }

  private @Nullable Level next() {
    if (depth == 0) {
      return Level.ROOT;
    }
    return atKnown() && afterColon ? path[known - 1].child(name()) : null;
  }

  private void open(@Nullable Level level) {
    if (level != null) {
      path[known++] = level;
    }
    depth++;
    forgetMember();
  }

  private void close() {
    endValue();
    if (atKnown()) {
      known--;
    }
    depth = Math.max(0, depth - 1);
  }

  private void takeDigit(byte octet) {
    if (!atKnown() || !afterColon || octet <= ' ') {
      return;
    }
    boolean digit = octet >= '0' && octet <= '9';
    if (!digit || number == NOT_WHOLE || number > LARGEST) {
      number = NOT_WHOLE;
    } else {
      number = 10 * Math.max(0, number) + (octet - '0');
    }
  }

  private void endValue() {
    if (number >= 0 && atKnown() && path[known - 1] == Level.USAGE) {
      switch (name()) {
        case "input_tokens", "prompt_tokens" -> input = number;
        case "cache_creation_input_tokens" -> cacheWritten = number;
        case "cache_read_input_tokens" -> cacheRead = number;
        case "output_tokens", "completion_tokens" -> output = number;
        default -> {}
      }
    }
    forgetMember();
  }

  private void forgetMember() {
    afterColon = false;
    keyLength = 0;
    number = NONE;
  }

  private String name() {
    return keyLength > LONGEST_KEY ? "" : new String(key, 0, keyLength, StandardCharsets.US_ASCII);
  }
}
