package dev.paddock.credential;

import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.RawCommands;
import dev.paddock.base.RawResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One generic password in the macOS Keychain, by way of {@code security}. All methods block: the
 * system may ask the user first.
 */
public final class Keychain {
  private static final String PROGRAM = "/usr/bin/security";
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Pattern PLAIN = Pattern.compile("[\\w.@+-]+");
  private static final int NOT_FOUND = 44;
  private static final int LOCKED = 36;
  private static final int CANCELLED = 128;

  /** {@code security -i} cuts its lines at 4,096 bytes. */
  private static final int LONGEST = 4_000;

  private final RawCommands commands;
  private final String service;
  private final String account;

  /** The item of this service and this account, which Claude Code takes from {@code USER}. */
  public Keychain(RawCommands commands, String service, String account) {
    this.commands = commands;
    this.service = service;
    this.account = account;
  }

  /** Claude Code's item. */
  public static Keychain claude(RawCommands commands, String user) {
    return new Keychain(commands, "Claude Code-credentials", user);
  }

  /**
   * The item's content, for the caller to wipe.
   *
   * @throws NoSuchFileException where there is no such item
   */
  public byte[] read() throws IOException {
    try (var mine = find(List.of("-a", account))) {
      if (mine.exitCode() == 0) {
        return content(mine.output());
      }
      failUnlessMissing(mine);
    }
    // An older Claude Code may have used another account's name.
    try (var any = find(List.of())) {
      if (any.exitCode() == 0) {
        return content(any.output());
      }
      failUnlessMissing(any);
    }
    throw new NoSuchFileException(name());
  }

  /** Refuses what {@link #write} could not write, before anything depends on it. */
  public void checkWritable(int bytes) throws IOException {
    if (!PLAIN.matcher(account).matches()) {
      throw new KeychainException("the user's name has characters that 'security' cannot be told");
    }
    if (line(new byte[bytes]).length > LONGEST) {
      throw new KeychainException("the item is too long to be written without showing it");
    }
  }

  /** Replaces the item's content: on standard input, for every user can read command lines. */
  public void write(byte[] content) throws IOException {
    checkWritable(content.length);
    byte[] line = line(content);
    try (var result = run(List.of(PROGRAM, "-i"), line)) {
      if (result.exitCode() != 0) {
        throw new KeychainException(why(result.exitCode()));
      }
    } finally {
      Arrays.fill(line, (byte) 0);
    }
    byte[] now = read();
    try {
      // security -i succeeds even where one of its lines did not.
      if (!Arrays.equals(now, content)) {
        throw new KeychainException("the item was not replaced");
      }
    } finally {
      Arrays.fill(now, (byte) 0);
    }
  }

  /** For a person. */
  public String name() {
    return "the Keychain item \"" + service + "\"";
  }

  private RawResult find(List<String> narrower) throws IOException {
    var argv = new ArrayList<>(List.of(PROGRAM, "find-generic-password"));
    argv.addAll(narrower);
    argv.addAll(List.of("-s", service, "-w"));
    return run(argv, new byte[0]);
  }

  private RawResult run(List<String> argv, byte[] input) throws IOException {
    try {
      return commands.read(Command.of(argv).within(LIMIT), input);
    } catch (CommandException e) {
      throw new KeychainException("'security' " + e.kind().name().toLowerCase(Locale.ROOT));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeychainException("interrupted");
    }
  }

  private static void failUnlessMissing(RawResult result) throws KeychainException {
    if (result.exitCode() != NOT_FOUND) {
      throw new KeychainException(why(result.exitCode()));
    }
  }

  private static String why(int exitCode) {
    return switch (exitCode) {
      case LOCKED -> "the Keychain is locked";
      case CANCELLED -> "access was refused";
      default -> "'security' ended with " + exitCode;
    };
  }

  /** Without the line's end, and out of the hexadecimal form in which other bytes are printed. */
  private static byte[] content(byte[] output) {
    int end = output.length;
    while (end > 0 && (output[end - 1] == '\n' || output[end - 1] == '\r')) {
      end--;
    }
    if (end == 0 || output[0] == '{') {
      return Arrays.copyOf(output, end);
    }
    try {
      var hex = new char[end];
      for (int i = 0; i < end; i++) {
        hex[i] = (char) output[i];
      }
      byte[] decoded = HexFormat.of().parseHex(hex, 0, end);
      Arrays.fill(hex, '0');
      return decoded;
    } catch (IllegalArgumentException e) {
      return Arrays.copyOf(output, end);
    }
  }

  private byte[] line(byte[] content) {
    var head = "add-generic-password -U -a \"" + account + "\" -s \"" + service + "\" -X ";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    var line = Arrays.copyOf(start, start.length + 2 * content.length + 1);
    var digits = HexFormat.of();
    int at = start.length;
    for (byte b : content) {
      line[at++] = (byte) digits.toHighHexDigit(b);
      line[at++] = (byte) digits.toLowHexDigit(b);
    }
    line[at] = '\n';
    return line;
  }
}
