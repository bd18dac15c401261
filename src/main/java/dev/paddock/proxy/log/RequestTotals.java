package dev.paddock.proxy.log;

import dev.paddock.proxy.ProxyEvent.RequestDone;
import dev.paddock.proxy.usage.Tokens;

/**
 * Sums over all requests of a session that are over.
 *
 * @param requests that were not refused
 * @param refused requests and connections
 * @param sent bytes from the guest
 * @param received bytes by the guest
 * @param tokens as far as providers told them
 */
public record RequestTotals(long requests, long refused, long sent, long received, Tokens tokens) {
  static final RequestTotals NOTHING = new RequestTotals(0, 0, 0, 0, new Tokens(0, 0));

  RequestTotals plus(RequestDone done) {
    var more = done.tokens().orElse(new Tokens(0, 0));
    return new RequestTotals(
        requests + 1,
        refused,
        sent + done.traffic().sent(),
        received + done.traffic().received(),
        new Tokens(tokens.input() + more.input(), tokens.output() + more.output()));
  }

  RequestTotals plusRefused() {
    return new RequestTotals(requests, refused + 1, sent, received, tokens);
  }
}
