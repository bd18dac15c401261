package dev.paddock.proxy.rule;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what belongs to a host: its own entry, or else that of the nearest domain above it. */
final class HostTable<V> {
  private final Map<String, V> exact = new HashMap<>();
  private final Map<String, V> below = new HashMap<>();

  HostTable(Map<HostPattern, V> entries) {
    entries.forEach(
        (pattern, value) -> (pattern.below() ? below : exact).put(pattern.domain(), value));
  }

  @Nullable V find(String host) {
    var found = exact.get(host);
    int dot = host.indexOf('.');
    while (found == null && dot >= 0) {
      found = below.get(host.substring(dot + 1));
      dot = host.indexOf('.', dot + 1);
    }
    return found;
  }
}
