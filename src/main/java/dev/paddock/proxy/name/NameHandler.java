package dev.paddock.proxy.name;

import dev.paddock.proxy.rule.HostPattern;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DefaultDnsResponse;
import io.netty.handler.codec.dns.DnsOpCode;
import io.netty.handler.codec.dns.DnsQuery;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.handler.codec.dns.TcpDnsQueryDecoder;
import io.netty.handler.codec.dns.TcpDnsResponseEncoder;
import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;

/**
 * Answers DNS over TCP (RFC 7766) with addresses that stand in for names; there are no other
 * records.
 */
public final class NameHandler extends SimpleChannelInboundHandler<DnsQuery> {
  /** A question with the longest name and EDNS options has 300. */
  private static final int LONGEST = 1024;

  private static final int LIFE_SECONDS = 60;

  /** Names that no resolver of the internet has an answer for (RFC 6303, 6761, 6762). */
  private static final List<String> NOT_PUBLIC =
      List.of("local", "localhost", "lan", "internal", "home.arpa", "in-addr.arpa", "ip6.arpa");

  private final StandInNames names;

  private NameHandler(StandInNames names) {
    this.names = names;
  }

  /** Adds it with its codec to a new connection. */
  public static void add(ChannelPipeline pipeline, StandInNames names) {
    pipeline.addLast(
        new TcpDnsQueryDecoder(DnsRecordDecoder.DEFAULT, LONGEST),
        new TcpDnsResponseEncoder(),
        new NameHandler(names));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, DnsQuery query) {
    var answer = new DefaultDnsResponse(query.id(), query.opCode(), DnsResponseCode.FORMERR);
    answer.setRecursionDesired(query.isRecursionDesired()).setRecursionAvailable(true);
    if (query.count(DnsSection.QUESTION) == 1
        && query.recordAt(DnsSection.QUESTION) instanceof DnsQuestion question) {
      answer.addRecord(DnsSection.QUESTION, question);
      answer.setCode(
          query.opCode().equals(DnsOpCode.QUERY)
              ? answered(answer, question)
              : DnsResponseCode.NOTIMP);
    }
    ctx.writeAndFlush(answer);
  }

  /** Who does not read the answers gets to ask nothing more. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    ctx.channel().config().setAutoRead(ctx.channel().isWritable());
    ctx.fireChannelWritabilityChanged();
  }

  /** Whatever is no DNS ends the connection. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private DnsResponseCode answered(DnsResponse answer, DnsQuestion question) {
    var name = publicName(question.name());
    if (name.isEmpty()) {
      return DnsResponseCode.NXDOMAIN;
    }
    // Without records of other types, of IPv6 above all, programs take this one at once.
    if (!question.type().equals(DnsRecordType.A)) {
      return DnsResponseCode.NOERROR;
    }
    var address = names.addressOf(name.get());
    address.ifPresent(found -> answer.addRecord(DnsSection.ANSWER, record(question, found)));
    return address.isPresent() ? DnsResponseCode.NOERROR : DnsResponseCode.SERVFAIL;
  }

  private static Optional<String> publicName(String asked) {
    return HostPattern.parse(asked)
        .filter(pattern -> !pattern.below())
        .map(HostPattern::domain)
        .filter(name -> name.indexOf('.') > 0)
        .filter(name -> NOT_PUBLIC.stream().noneMatch(end -> name.endsWith("." + end)));
  }

  private static DefaultDnsRawRecord record(DnsQuestion question, Inet4Address address) {
    return new DefaultDnsRawRecord(
        question.name(),
        DnsRecordType.A,
        LIFE_SECONDS,
        Unpooled.wrappedBuffer(address.getAddress()));
  }
}
