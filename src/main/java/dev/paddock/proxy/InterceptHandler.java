package dev.paddock.proxy;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.CredentialState;
import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.connect.Route;
import dev.paddock.proxy.rule.CredentialUse;
import dev.paddock.proxy.rule.Placement;
import dev.paddock.proxy.rule.RequestDecision;
import dev.paddock.proxy.rule.Target;
import dev.paddock.proxy.scrub.TokenPaths;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ssl.SniCompletionEvent;
import org.jspecify.annotations.Nullable;

/** Decides anew about every request to an intercepted host, and carries the decision out. */
final class InterceptHandler extends ChannelInboundHandlerAdapter {
  private static final int MISDIRECTED = 421;

  private final ProxySession session;
  private final Target target;
  private final ExchangeRecorder log;
  private final boolean throughAiProxy;
  private @Nullable String serverName;

  InterceptHandler(ProxySession session, Target target, ExchangeRecorder log) {
    this.session = session;
    this.target = target;
    this.log = log;
    this.throughAiProxy = session.aiProxy() != null && session.rules().hosts().isProvider(target);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SniCompletionEvent sni) {
      serverName = sni.hostname();
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (msg instanceof HttpRequest request) {
      decide(ctx, request);
    } else {
      ctx.fireChannelRead(msg);
    }
  }

  private void decide(ChannelHandlerContext ctx, HttpRequest request) {
    var decision = session.rules().decide(target, serverName, Heads.of(request));
    // Before anything is put on it: a client must not have that removed by naming it in Connection.
    HopByHop.forward(request);
    switch (decision) {
      case RequestDecision.Pass() -> forward(ctx, request, Handling.FORWARDED, null);
      case RequestDecision.Put(var use, var placement) -> put(ctx, request, use, placement);
      case RequestDecision.Anonymous(var placement) -> {
        CredentialSwap.remove(request.headers(), placement);
        forward(ctx, request, Handling.FORWARDED, null);
      }
      case RequestDecision.AnswerRefresh(var kind) ->
          ctx.fireChannelRead(new RefreshHandler.Request(request, kind));
      case RequestDecision.Refuse(var status, var reason) -> {
        log.refused(target.host(), status, reason);
        ctx.writeAndFlush(
            status == MISDIRECTED
                ? LocalAnswer.textAndClose(status, reason)
                : refusal(request, status, reason));
      }
    }
  }

  /** Clients of an API show a reason in JSON only, and git shows one in plain text only. */
  private static LocalAnswer refusal(HttpRequest request, int status, String reason) {
    return request.headers().getAll(HttpHeaderNames.ACCEPT).stream()
            .anyMatch(a -> a.contains("json"))
        ? LocalAnswer.lastingApiError(status, reason)
        : LocalAnswer.text(status, reason);
  }

  private void put(
      ChannelHandlerContext ctx, HttpRequest request, CredentialUse use, Placement placement) {
    var source = session.access().source(use);
    if (source == null) {
      unavailable(ctx, use.kind(), HostCredential.missing(use));
      return;
    }
    var coming = source.forRequest();
    if (coming.isDone()) {
      put(ctx, new Wanted(request, use, placement, source), coming.join());
      return;
    }
    // Told as such also where the client does not wait for it.
    log.handledAs(Handling.CREDENTIAL_PUT, target.host());
    // What follows the head waits in the flow control, until whoever takes the head over goes on.
    ctx.channel().config().setAutoRead(false);
    coming.thenAcceptAsync(
        state -> put(ctx, new Wanted(request, use, placement, source), state), ctx.executor());
  }

  /** A request that is to get a credential. */
  private record Wanted(
      HttpRequest request, CredentialUse use, Placement placement, CredentialSource source) {}

  private void put(ChannelHandlerContext ctx, Wanted wanted, CredentialState state) {
    var use = wanted.use();
    if (!ctx.channel().isActive()) {
      // It left while it waited; whatever is here is not for a server any more.
      state.close();
      return;
    }
    switch (HostCredential.of(state, use, throughAiProxy)) {
      case HostCredential.Ready(var present) -> {
        try (present) {
          var request = wanted.request();
          var token = CredentialSwap.put(request.headers(), present.token(), wanted.placement());
          var placeholder = session.placeholders().accessToken(use.kind());
          var forms = session.secrets().forms(use, token.toByteArray(), placeholder);
          if (TokenPaths.matches(request.uri())) {
            request.headers().set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY);
          }
          var put = new PutCredential(token, forms, wanted.source());
          forward(ctx, request, Handling.CREDENTIAL_PUT, put);
        }
      }
      case HostCredential.KnownUpstream() ->
          forward(ctx, wanted.request(), Handling.FORWARDED, null);
      case HostCredential.Missing missing -> unavailable(ctx, use.kind(), missing);
    }
  }

  private void forward(
      ChannelHandlerContext ctx,
      HttpRequest request,
      Handling handling,
      @Nullable PutCredential put) {
    log.handledAs(handling, target.host());
    ctx.fireChannelRead(new Outbound(request, route(), put));
  }

  /** Whatever may carry a provider's credential leaves through the user's proxy. */
  private Route route() {
    var proxy = session.aiProxy();
    return proxy != null && throughAiProxy
        ? new Route.SecureThrough(proxy, target)
        : new Route.Secure(target);
  }

  private void unavailable(
      ChannelHandlerContext ctx, CredentialKind kind, HostCredential.Missing missing) {
    log.handledAs(Handling.ANSWERED, target.host());
    session.events().loginUnavailable(kind, missing.forPerson());
    ctx.writeAndFlush(missing.answer(kind));
    ctx.channel().config().setAutoRead(true);
  }
}
