package dev.paddock.proxy.rule;

import java.util.List;
import java.util.Map;

/**
 * A request's head as a client sent it.
 *
 * @param target the request target, as written
 * @param headers names and values in order, as written
 */
public record RequestHead(String method, String target, List<Map.Entry<String, String>> headers) {

  /** All values of a header, in order; the name is compared without case. */
  public List<String> values(String name) {
    return headers.stream()
        .filter(h -> h.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether there is such a header. */
  public boolean has(String name) {
    return headers.stream().anyMatch(h -> h.getKey().equalsIgnoreCase(name));
  }

  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
