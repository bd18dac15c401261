package dev.paddock.proxy.log;

import dev.paddock.proxy.ProxyEvent;
import dev.paddock.proxy.ProxyEvent.LoginUnavailable;
import dev.paddock.proxy.ProxyEvent.Refused;
import dev.paddock.proxy.ProxyEvent.RequestDone;
import dev.paddock.proxy.ProxyEvent.SecretInAnswer;
import java.time.Instant;

/** Events without their time: two that tell the same are equal. */
final class Timeless {
  private Timeless() {}

  static Refused of(Refused refused) {
    return at(refused, Instant.EPOCH);
  }

  static Refused at(Refused refused, Instant time) {
    return new Refused(time, refused.request(), refused.status(), refused.reason());
  }

  static ProxyEvent of(ProxyEvent event) {
    return at(event, Instant.EPOCH);
  }

  /** The same at another time. */
  static ProxyEvent at(ProxyEvent event, Instant time) {
    return switch (event) {
      case Refused refused -> at(refused, time);
      case LoginUnavailable l -> new LoginUnavailable(time, l.kind(), l.reason());
      case SecretInAnswer s -> new SecretInAnswer(time, s.host());
      case RequestDone d ->
          new RequestDone(time, d.request(), d.handling(), d.status(), d.traffic(), d.tokens());
    };
  }
}
