package dev.paddock.fake;

import java.util.List;

/** One host of a {@link FakeInternet}. Called on a thread of the request's own. */
@FunctionalInterface
public interface Site {
  /** The answer; {@link SiteAnswer#switching()} opens a WebSocket where one was asked for. */
  SiteAnswer answer(SiteRequest request) throws Exception;

  /** What a text that came by WebSocket is answered with, text by text. */
  default List<String> answers(String message) {
    return List.of();
  }

  /** The same site for those who send one of these tokens, and 401 for all others. */
  default Site only(Tokens accepted) {
    var open = this;
    return new Site() {
      @Override
      public SiteAnswer answer(SiteRequest request) throws Exception {
        return accepted.has(request.token())
            ? open.answer(request)
            : SiteAnswer.json(
                401,
                """
                {"type":"error","message":"Bad credentials",\
                "error":{"type":"authentication_error","message":"Bad credentials"}}\
                """);
      }

      @Override
      public List<String> answers(String message) {
        return open.answers(message);
      }
    };
  }

  /** Which tokens a site takes at the moment. */
  @FunctionalInterface
  interface Tokens {
    /** Whether this is one; it is empty where the request has none. */
    boolean has(String token);
  }
}
