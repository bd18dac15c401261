package dev.paddock.proxy.log;

import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.ProxyEvent.Refused;
import dev.paddock.proxy.ProxyEvent.RequestDone;
import dev.paddock.proxy.ProxyEvent.RequestLine;
import dev.paddock.proxy.ProxyEvent.Traffic;
import dev.paddock.proxy.usage.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request or tunnel that is over, or equal ones that were refused. All texts are safe to show.
 *
 * @param number grows with each record of a session
 * @param time when it ended; of several, the last
 * @param request where to and what; method and path may be empty
 * @param handling what was done with it
 * @param status of the answer, or 0
 * @param traffic how much; nothing for refused ones
 * @param tokens where the provider told them
 * @param reason why it was refused, else empty
 * @param count how many there were; above 1 only for refused ones
 */
public record RequestRecord(
    long number,
    Instant time,
    RequestLine request,
    Handling handling,
    int status,
    Traffic traffic,
    Optional<Tokens> tokens,
    String reason,
    long count) {
  private static final Traffic NOTHING = new Traffic(0, 0, Duration.ZERO, Duration.ZERO);

  static RequestRecord of(long number, RequestDone done) {
    return new RequestRecord(
        number,
        done.time(),
        done.request(),
        done.handling(),
        done.status(),
        done.traffic(),
        done.tokens(),
        "",
        1);
  }

  static RequestRecord of(long number, Repeats.Run<Refused> run) {
    var refused = run.what();
    return new RequestRecord(
        number,
        run.last(),
        refused.request(),
        Handling.REFUSED,
        refused.status(),
        NOTHING,
        Optional.empty(),
        refused.reason(),
        run.count());
  }

  /** Whether it was not let through. */
  public boolean refused() {
    return handling == Handling.REFUSED;
  }
}
