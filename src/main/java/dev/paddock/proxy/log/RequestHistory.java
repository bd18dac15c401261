package dev.paddock.proxy.log;

import dev.paddock.base.Signal;
import dev.paddock.proxy.ProxyEvent;
import dev.paddock.proxy.TrafficMeter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The last requests of a session, and sums over all of them. Takes events on any thread and is
 * quick; may be read by any thread.
 */
public final class RequestHistory {
  /** How many requests are kept that were not refused. */
  public static final int KEPT = 2000;

  /** Refused ones have room of their own: no number of harmless requests pushes them out. */
  private static final int KEPT_REFUSED = 500;

  private static final int KEPT_HOSTS = 100;
  private static final ProxyEvent.Refused OTHERS =
      new ProxyEvent.Refused(
          Instant.EPOCH, new ProxyEvent.RequestLine("", "", ""), 0, Repeats.OTHERS_REFUSED);

  private final Signal<Long> changes = new Signal<>(0L);
  private final TrafficMeter meter;
  private final Deque<RequestRecord> done = new ArrayDeque<>();
  private final TreeMap<Long, RequestRecord> refused = new TreeMap<>();
  private final Repeats<ProxyEvent.Refused> repeats = new Repeats<>(OTHERS);
  private final Map<ProxyEvent.Refused, Long> numbers = new HashMap<>();
  private final Map<String, Long> hosts = new LinkedHashMap<>();
  private RequestTotals totals = RequestTotals.NOTHING;
  private long next;

  /** An empty one. */
  public RequestHistory() {
    this(new TrafficMeter());
  }

  /** An empty one beside this meter. */
  public RequestHistory(TrafficMeter meter) {
    this.meter = meter;
  }

  /** Adds what the event tells of a request. */
  public void take(ProxyEvent event) {
    switch (event) {
      case ProxyEvent.RequestDone d -> add(d);
      case ProxyEvent.Refused r -> add(r);
      case ProxyEvent.LoginUnavailable l -> {
        return;
      }
      case ProxyEvent.SecretInAnswer s -> {
        return;
      }
    }
    changes.update(n -> n + 1);
  }

  /** Changes whenever something was added. Told on the proxy's threads. */
  public Signal<Long> changes() {
    return changes;
  }

  /** Counts bytes as they pass, those of open connections too. */
  public TrafficMeter meter() {
    return meter;
  }

  /** What is kept, by number. */
  public synchronized List<RequestRecord> records() {
    return Stream.concat(refused.values().stream(), done.stream())
        .sorted(Comparator.comparingLong(RequestRecord::number))
        .toList();
  }

  /** Sums over all, kept or not. */
  public synchronized RequestTotals totals() {
    return totals;
  }

  /** The first hundred hosts that were refused, in their order. */
  public synchronized List<RefusedHost> refusedHosts() {
    return hosts.entrySet().stream().map(e -> new RefusedHost(e.getKey(), e.getValue())).toList();
  }

  private synchronized void add(ProxyEvent.RequestDone event) {
    totals = totals.plus(event);
    done.addLast(RequestRecord.of(next++, event));
    if (done.size() > KEPT) {
      done.removeFirst();
    }
  }

  private synchronized void add(ProxyEvent.Refused event) {
    totals = totals.plusRefused();
    if (hosts.size() < KEPT_HOSTS || hosts.containsKey(event.host())) {
      hosts.merge(event.host(), 1L, Long::sum);
    }
    repeats.end(event.time()).forEach(run -> numbers.remove(run.what()));
    var run = repeats.take(Timeless.of(event), event.time());
    long number = numbers.computeIfAbsent(run.what(), begun -> next++);
    refused.put(number, RequestRecord.of(number, run));
    if (refused.size() > KEPT_REFUSED) {
      refused.pollFirstEntry();
    }
  }
}
