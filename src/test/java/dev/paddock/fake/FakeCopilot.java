package dev.paddock.fake;

/** Copilot's account and models, as far as its clients need them for one answer. */
public final class FakeCopilot implements Site {
  /** The model's name. */
  public static final String MODEL = "claude-sonnet-4.5";

  private final Site messages;

  /** Its model answers as the messages do. */
  public FakeCopilot(Site messages) {
    this.messages = messages;
  }

  @Override
  public SiteAnswer answer(SiteRequest request) throws Exception {
    return reply(request).with("x-github-request-id", "0001:0002:0003:0004");
  }

  private SiteAnswer reply(SiteRequest request) throws Exception {
    return switch (request.path()) {
      case "/copilot_internal/user" -> SiteAnswer.json(200, USER);
      case "/models" -> SiteAnswer.json(200, MODELS);
      case "/v1/messages" -> messages.answer(request);
      default -> SiteAnswer.json(404, "{}");
    };
  }

  private static final String USER =
      """
      {"login":"dev","access_type_sku":"plus_monthly_subscriber_quota","chat_enabled":true,\
      "copilot_plan":"individual_pro","organization_list":[],\
      "endpoints":{"api":"https://api.individual.githubcopilot.com",\
      "telemetry":"https://telemetry.individual.githubcopilot.com"}}\
      """;

  private static final String MODELS =
      """
      {"object":"list","data":[{"id":"MODEL","name":"Claude","object":"model",\
      "vendor":"Anthropic","version":"MODEL","preview":false,"model_picker_enabled":true,\
      "policy":{"state":"enabled","terms":""},"supported_endpoints":["/v1/messages"],\
      "billing":{"is_premium":true,"multiplier":1},\
      "capabilities":{"family":"MODEL","type":"chat","object":"model_capabilities",\
      "tokenizer":"o200k_base","limits":{"max_context_window_tokens":200000,\
      "max_output_tokens":32000,"max_prompt_tokens":168000},\
      "supports":{"streaming":true,"tool_calls":true,"parallel_tool_calls":true}}}]}\
      """
          .replace("MODEL", MODEL);
}
