package dev.paddock.session;

import dev.paddock.proxy.log.RefusedHost;
import dev.paddock.proxy.log.RequestTotals;
import java.util.List;

/**
 * What a running session's requests come to.
 *
 * @param totals over all of them
 * @param refused the hosts that it was kept from, at most a hundred
 * @param log the file with all requests; there once the first was made
 */
public record NetworkSummary(RequestTotals totals, List<RefusedHost> refused, String log) {
  /** Copies the list. */
  public NetworkSummary {
    refused = List.copyOf(refused);
  }
}
