package dev.paddock.credential;

import dev.paddock.base.Command;
import dev.paddock.base.RawCommands;
import dev.paddock.base.RawResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** macOS' {@code security}, as far as its exit codes and output are known. */
public final class FakeSecurity implements RawCommands {
  private final Map<String, String> items = new ConcurrentHashMap<>();
  private final List<String> commandLines = new ArrayList<>();
  private volatile int failure;

  /** Puts an item there, as Claude Code does. */
  public void put(String account, String content) {
    items.put(account, content);
  }

  /** What is in the item. */
  public String get(String account) {
    return items.getOrDefault(account, "");
  }

  /** Ends every later call with this status; 36 for a locked Keychain. */
  public void failWith(int status) {
    failure = status;
  }

  /** Every command line, as other users of the machine could see it. */
  public synchronized List<String> commandLines() {
    return List.copyOf(commandLines);
  }

  @Override
  public synchronized RawResult read(Command command, byte[] input) {
    commandLines.add(String.join(" ", command.argv()));
    if (failure != 0) {
      return result(failure, "security: SecKeychainSearchCopyNext: failed\n");
    }
    return command.argv().contains("-i")
        ? add(new String(input, StandardCharsets.UTF_8))
        : find(command);
  }

  private RawResult find(Command command) {
    int a = command.argv().indexOf("-a");
    var content =
        a < 0
            ? items.values().stream().findFirst().orElse(null)
            : items.get(command.argv().get(a + 1));
    return content == null
        ? result(
            44,
            "security: SecKeychainSearchCopyNext: The specified item could not be found in the keychain.\n")
        : result(0, shown(content) + "\n");
  }

  /** It prints an item in hexadecimal where it is not one line of ASCII. */
  private static String shown(String content) {
    return content.chars().allMatch(c -> c >= 0x20 && c < 0x7f)
        ? content
        : HexFormat.of().formatHex(content.getBytes(StandardCharsets.UTF_8));
  }

  private RawResult add(String line) {
    var words = line.strip().split(" ", -1);
    if (line.length() > 4_096 || !words[0].equals("add-generic-password")) {
      return result(0, "security: unknown command\n");
    }
    var content =
        new String(HexFormat.of().parseHex(words[words.length - 1]), StandardCharsets.UTF_8);
    put(words[3].replace("\"", ""), content);
    return result(0, "");
  }

  private static RawResult result(int status, String output) {
    return new RawResult(status, output.getBytes(StandardCharsets.UTF_8));
  }
}
