package dev.paddock.proxy;

import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialState;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.proxy.ProxyEvent.Handling;
import dev.paddock.proxy.connect.Route;
import dev.paddock.proxy.rule.CredentialUse;
import dev.paddock.proxy.rule.RefreshOwner;
import dev.paddock.proxy.rule.RequestRules;
import dev.paddock.proxy.rule.Target;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Answers refreshes of the host's logins with placeholders, and lets a login that somebody has in
 * the VM alone. Only the body tells them apart, so it is read whole; it is always short.
 */
final class RefreshHandler extends ChannelInboundHandlerAdapter {
  private static final int LONGEST = 64 * 1024;

  private final ProxySession session;
  private final Target target;
  private final ExchangeRecorder log;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable Request current;

  /** A request to a token endpoint; its body follows. */
  record Request(HttpRequest head, CredentialKind kind) {}

  RefreshHandler(ProxySession session, Target target, ExchangeRecorder log) {
    this.session = session;
    this.target = target;
    this.log = log;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    switch (msg) {
      case Request request -> begin(ctx, request);
      case HttpContent content when current != null -> collect(ctx, current, content);
      default -> ctx.fireChannelRead(msg);
    }
  }

  private void begin(ChannelHandlerContext ctx, Request request) {
    body.reset();
    if (HttpUtil.is100ContinueExpected(request.head())) {
      // Its body comes only after an answer.
      ofHost(ctx, request.kind());
    } else {
      current = request;
    }
  }

  private void collect(ChannelHandlerContext ctx, Request request, HttpContent content) {
    try {
      content.content().readBytes(body, content.content().readableBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ReferenceCountUtil.release(content);
    }
    if (body.size() > LONGEST) {
      current = null;
      refuse(ctx, "the request to refresh a login is too long");
    } else if (content instanceof LastHttpContent) {
      current = null;
      decide(ctx, request);
    }
  }

  private void decide(ChannelHandlerContext ctx, Request request) {
    var text = body.toString(StandardCharsets.UTF_8);
    switch (RefreshOwner.of(text, session.placeholders())) {
      case HOST -> ofHost(ctx, request.kind());
      case ANOTHER_SESSION -> refuse(ctx, RequestRules.OF_ANOTHER_SESSION);
      case GUEST -> {
        if (session.access().policy().onlyOurCredentials()) {
          refuse(ctx, RequestRules.UNKNOWN);
        } else {
          forward(ctx, request.head());
        }
      }
    }
  }

  /** Waits for a renewal that is under way, or the client would get the refused token again. */
  private void ofHost(ChannelHandlerContext ctx, CredentialKind kind) {
    log.handledAs(Handling.ANSWERED, target.host());
    var use = new CredentialUse.Login(kind);
    var source = session.access().source(use);
    if (source == null) {
      unavailable(ctx, kind, HostCredential.missing(use));
      return;
    }
    source
        .renewal()
        .thenCombine(source.forRequest(), (renewal, state) -> renewed(renewal, state, use))
        .thenAcceptAsync(found -> answer(ctx, kind, found), ctx.executor());
  }

  private HostCredential renewed(RefreshOutcome renewal, CredentialState state, CredentialUse use) {
    if (renewal instanceof RefreshOutcome.Renewed) {
      return HostCredential.of(state, use, session.aiProxy() != null);
    }
    state.close();
    return new HostCredential.Missing(
        renewal.summary(), "the login on the host was refused and could not be renewed");
  }

  private void answer(ChannelHandlerContext ctx, CredentialKind kind, HostCredential found) {
    switch (found) {
      case HostCredential.Ready(var present) -> {
        present.close();
        ctx.writeAndFlush(RefreshAnswer.of(session.access(), kind));
      }
      case HostCredential.KnownUpstream() ->
          ctx.writeAndFlush(RefreshAnswer.of(session.access(), kind));
      case HostCredential.Missing missing -> unavailable(ctx, kind, missing);
    }
  }

  private void unavailable(
      ChannelHandlerContext ctx, CredentialKind kind, HostCredential.Missing missing) {
    session.events().loginUnavailable(kind, missing.forPerson());
    ctx.writeAndFlush(missing.answer(kind));
  }

  private void forward(ChannelHandlerContext ctx, HttpRequest head) {
    log.handledAs(Handling.FORWARDED, target.host());
    var whole =
        new DefaultFullHttpRequest(
            head.protocolVersion(),
            head.method(),
            head.uri(),
            Unpooled.wrappedBuffer(body.toByteArray()),
            head.headers(),
            EmptyHttpHeaders.INSTANCE);
    ctx.fireChannelRead(new Outbound(whole, new Route.Secure(target), null));
  }

  /** Never a 4xx: clients answer that by wiping their login. */
  private void refuse(ChannelHandlerContext ctx, String reason) {
    log.refused(target.host(), 503, reason);
    ctx.writeAndFlush(LocalAnswer.lastingApiError(503, reason));
  }
}
