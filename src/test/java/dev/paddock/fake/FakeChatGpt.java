package dev.paddock.fake;

import java.util.List;

/** ChatGPT's backend, as far as Codex needs it for one answer. */
public final class FakeChatGpt implements Site {
  private final Site responses;
  private final String account;
  private final String backend;

  /**
   * The backend of one account.
   *
   * @param backend the origin that its models are reached at
   */
  public FakeChatGpt(Site responses, String account, String backend) {
    this.responses = responses;
    this.account = account;
    this.backend = backend;
  }

  @Override
  public SiteAnswer answer(SiteRequest request) throws Exception {
    return request.path().equals("/backend-api/wham/accounts/check")
        ? SiteAnswer.json(
            200,
            """
            {"accounts":[{"id":"%s","workspace_backend_origin":"%s",\
            "account_routing_override":"NO_CONSTRAINT"}]}\
            """
                .formatted(account, backend))
        : responses.answer(request);
  }

  @Override
  public List<String> answers(String message) {
    return responses.answers(message);
  }
}
