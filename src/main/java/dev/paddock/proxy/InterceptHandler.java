package dev.paddock.proxy;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialState;
import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.rule.HeadCheck;
import dev.paddock.proxy.rule.InterceptedHost;
import dev.paddock.proxy.rule.RequestDecision;
import dev.paddock.proxy.rule.RequestRules;
import dev.paddock.proxy.rule.Target;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ssl.SniCompletionEvent;
import org.jspecify.annotations.Nullable;

/** Decides anew about every request to an intercepted host, and carries the decision out. */
final class InterceptHandler extends ChannelInboundHandlerAdapter {
  private static final int HTTPS = 443;

  private final ProxySession session;
  private final InterceptedHost host;
  private final Target target;
  private final AccessLog log;
  private final RequestRules rules;
  private @Nullable String serverName;

  InterceptHandler(ProxySession session, InterceptedHost host, Target target, AccessLog log) {
    this.session = session;
    this.host = host;
    this.target = target;
    this.log = log;
    this.rules = new RequestRules(session.placeholders());
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
    var head = Heads.of(request);
    if (!serverNameAgrees() || !HeadCheck.hostAgrees(head, target, HTTPS)) {
      var reason = "CONNECT, TLS and the Host header do not name the same host";
      log.refused(host.name(), 421, reason);
      ctx.writeAndFlush(LocalAnswer.textAndClose(421, reason));
      return;
    }
    switch (rules.decide(host, head)) {
      case RequestDecision.Pass() -> forward(ctx, request, Handling.FORWARDED, null);
      case RequestDecision.PutCredential(var kind) -> put(ctx, request, kind);
      case RequestDecision.AnswerRefresh() -> {
        log.handledAs(Handling.ANSWERED, host.name());
        ctx.writeAndFlush(RefreshAnswer.of(session, CredentialKind.CLAUDE));
      }
      case RequestDecision.Refuse(var status, var reason) -> {
        log.refused(host.name(), status, reason);
        ctx.writeAndFlush(LocalAnswer.text(status, reason));
      }
    }
  }

  private void put(ChannelHandlerContext ctx, HttpRequest request, CredentialKind kind) {
    var source = session.source(kind);
    var state = source == null ? null : source.current();
    switch (state) {
      case CredentialState.Present present -> {
        try (present) {
          var placeholder = session.placeholders().accessToken(kind);
          var put = CredentialSwap.put(request.headers(), present.token(), placeholder);
          forward(ctx, request, Handling.CREDENTIAL_PUT, put);
        }
      }
      // Where nobody has signed in, the user's proxy knows the credential.
      case CredentialState.Absent absent when session.aiProxy() != null ->
          forward(ctx, request, Handling.FORWARDED, null);
      case CredentialState.Absent absent ->
          unavailable(ctx, kind, absent.summary(), "nobody is signed in on the host");
      case CredentialState.Expired expired ->
          unavailable(ctx, kind, expired.summary(), "the login on the host has expired");
      case CredentialState.Unreadable unreadable ->
          unavailable(ctx, kind, unreadable.summary(), "the login on the host cannot be read");
      case CredentialState.Malformed malformed ->
          unavailable(ctx, kind, malformed.summary(), "the login on the host is damaged");
      case null -> unavailable(ctx, kind, "This session has no login.", "the session has no login");
    }
  }

  private void forward(
      ChannelHandlerContext ctx,
      HttpRequest request,
      Handling handling,
      @Nullable PutCredential put) {
    log.handledAs(handling, host.name());
    Heads.forward(request);
    ctx.fireChannelRead(new Outbound(request, route(), put));
  }

  /** Whatever may carry a credential leaves through the user's proxy, the rest goes straight. */
  private Route route() {
    var proxy = session.aiProxy();
    return proxy != null && host.carriesCredential()
        ? new Route.SecureThrough(proxy, target)
        : new Route.Secure(target);
  }

  /**
   * Never a 4xx: clients answer that by wiping their login. The person is told all, the guest
   * nothing of the host's files.
   */
  private void unavailable(
      ChannelHandlerContext ctx, CredentialKind kind, String forPerson, String forGuest) {
    log.handledAs(Handling.ANSWERED, host.name());
    session.events().loginUnavailable(kind, forPerson);
    ctx.writeAndFlush(
        LocalAnswer.lastingApiError(503, forGuest + "; sign in to Claude Code there"));
  }

  private boolean serverNameAgrees() {
    return serverName == null || serverName.equalsIgnoreCase(target.host());
  }
}
