package dev.paddock.proxy.name;

import dev.paddock.proxy.rule.Target;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session's names and the addresses that stand in for them, of 198.18.0.0/15, which RFC 2544 set
 * aside and no host of the internet has. An address is never given to a second name: a program that
 * kept it would talk to the wrong host. For several threads.
 */
public final class StandInNames {
  /** A guest that asks for ever more names gets none any more, instead of this machine's memory. */
  static final int MOST = 1 << 15;

  private static final int FIRST = 198 << 24 | 18 << 16 | 1;
  private static final int MASK = 0xFFFE0000;

  private final Map<String, Inet4Address> addresses = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /**
   * The address of a name, the same each time; empty where there are too many names.
   *
   * @param name in normal form
   */
  public synchronized Optional<Inet4Address> addressOf(String name) {
    var known = addresses.get(name);
    if (known == null && names.size() < MOST) {
      known = address(FIRST + names.size());
      names.add(name);
      addresses.put(name, known);
    }
    return Optional.ofNullable(known);
  }

  /**
   * What a client means that asks for the target: the name where the address stands in for one, the
   * target itself where it is none of these; empty where it is one without a name.
   */
  public Optional<Target> meant(Target asked) {
    return asked
        .literal()
        .filter(StandInNames::standsIn)
        .map(address -> nameOf(address).map(name -> new Target(name, asked.port())))
        .orElse(Optional.of(asked));
  }

  private synchronized Optional<String> nameOf(InetAddress address) {
    int index = number(address) - FIRST;
    return index >= 0 && index < names.size() ? Optional.of(names.get(index)) : Optional.empty();
  }

  private static boolean standsIn(InetAddress address) {
    return address instanceof Inet4Address && (number(address) & MASK) == (FIRST & MASK);
  }

  private static int number(InetAddress address) {
    int number = 0;
    for (byte part : address.getAddress()) {
      number = number << 8 | (part & 0xFF);
    }
    return number;
  }

  private static Inet4Address address(int number) {
    return Inet4Address.ofLiteral(
        (number >>> 24)
            + "."
            + (number >>> 16 & 0xFF)
            + "."
            + (number >>> 8 & 0xFF)
            + "."
            + (number & 0xFF));
  }
}
