package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.CredentialKind;
import dev.paddock.proxy.connect.ListenAddress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that know no proxy: they look a name up, and connect to the address that they got. */
class NamesIT extends ProxyOnLoopback {
  private static final int A = 1;
  private static final int AAAA = 28;
  private static final int NXDOMAIN = 3;

  private Path socket;

  @BeforeEach
  void answerNames() throws Exception {
    noteRequests();
    socket = folder.resolve("names.sock");
    loopback.listener.answerNames(new ListenAddress.UnixSocket(socket));
  }

  @Test
  void itsSocketIsItsOwnersOnlyAndGoesWithTheListener() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
        .isEqualTo("rw-------");
    loopback.listener.close();
    assertThat(socket).doesNotExist();
  }

  @Test
  void aNameKeepsItsAddressAndEachHasItsOwn() throws Exception {
    try (var client = new DnsClient()) {
      var first = client.ask("api.anthropic.com", A);
      assertThat(first.address()).startsWith("198.18.");
      assertThat(client.ask("API.Anthropic.com.", A).address()).isEqualTo(first.address());
      assertThat(client.ask("example.org", A).address()).isNotEqualTo(first.address());
    }
  }

  @Test
  void aConnectionToTheAddressIsOneToTheName() throws Exception {
    String address;
    try (var client = new DnsClient()) {
      address = client.ask(Loopback.API, A).address();
    }
    try (var wire = loopback.interceptedAt(address, Loopback.API)) {
      wire.send(loopback.request("GET /v1/models"));
      assertThat(wire.message()).startsWith("HTTP/1.1 200");
    }
    assertThat(Wire.header(String.valueOf(seen.poll(10, TimeUnit.SECONDS)), "authorization"))
        .contains("Bearer " + Loopback.real(CredentialKind.CLAUDE));
    assertThat(loopback.done().request().host()).isEqualTo(Loopback.API);
  }

  @Test
  void whatIsRefusedByItsNameIsRefusedByItsAddress() throws Exception {
    String address;
    try (var client = new DnsClient()) {
      address = client.ask("intake.datadoghq.com", A).address();
    }
    try (var wire = loopback.open()) {
      wire.send(loopback.connectRequest(address + ":443"));
      assertThat(Wire.status(wire.message())).isEqualTo(403);
    }
    assertThat(loopback.events())
        .anyMatch(
            e -> e instanceof ProxyEvent.Refused r && r.host().equals("intake.datadoghq.com"));
  }

  @Test
  void anAddressWithoutANameIsRefused() throws Exception {
    for (var address : new String[] {"198.18.0.1", "198.19.255.255"}) {
      try (var wire = loopback.open()) {
        wire.send(loopback.connectRequest(address + ":443"));
        assertThat(Wire.status(wire.message())).isEqualTo(403);
      }
    }
    assertThat(loopback.secure.connections()).isZero();
  }

  @Test
  void noOtherSessionKnowsTheAddress() throws Exception {
    String address;
    try (var client = new DnsClient()) {
      address = client.ask(Loopback.API, A).address();
    }
    try (var other = loopback.server.listen(new ListenAddress.Loopback(0), loopback.access());
        var wire = Loopback.open(other)) {
      wire.send("CONNECT " + address + ":443 HTTP/1.1\r\n" + Loopback.login(other) + "\r\n");
      assertThat(Wire.status(wire.message())).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, 28, 0",
    "example.org, 15, 0",
    "example.org, 16, 0",
    "example.org, 65, 0",
    "printer.local, 1, 3",
    "router.home.arpa, 1, 3",
    "host, 1, 3",
    "1.0.0.127.in-addr.arpa, 12, 3",
    "127.0.0.1, 1, 3",
    "127.1, 1, 3",
  })
  void thereIsNothingButAddressesOfPublicNames(String name, int type, int code) throws Exception {
    try (var client = new DnsClient()) {
      var answer = client.ask(name, type);
      assertThat(answer.code()).isEqualTo(code);
      assertThat(answer.records()).isZero();
    }
  }

  @Test
  void manyQuestionsInOnePieceAreAllAnswered() throws Exception {
    try (var client = new DnsClient()) {
      var questions = new ByteArrayOutputStream();
      for (int i = 0; i < 50; i++) {
        questions.write(DnsClient.question(i, "host" + i + ".example.org", A));
      }
      client.send(questions.toByteArray());
      for (int i = 0; i < 50; i++) {
        assertThat(client.answer().id()).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void whateverIsNoQuestionEndsItsOwnConnectionOnly(int seed) throws Exception {
    var random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      var garbage = new byte[random.nextInt(200)];
      random.nextBytes(garbage);
      try (var client = new DnsClient()) {
        client.send(new byte[] {(byte) (garbage.length >> 8), (byte) garbage.length});
        client.send(garbage);
        client.end();
        client.rest();
      }
    }
    try (var client = new DnsClient()) {
      assertThat(client.ask("example.org", A).code()).isZero();
      assertThat(client.ask("example.org", AAAA).code()).isNotEqualTo(NXDOMAIN);
    }
  }

  private record Answer(int id, int code, int records, String address) {}

  /** Asks by hand, as unbound does it: two bytes of length before each message. */
  private final class DnsClient implements AutoCloseable {
    private final SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    private final DataInputStream in;
    private final DataOutputStream out;

    DnsClient() throws IOException {
      channel.connect(UnixDomainSocketAddress.of(socket));
      in = new DataInputStream(Channels.newInputStream(channel));
      out = new DataOutputStream(Channels.newOutputStream(channel));
    }

    Answer ask(String name, int type) throws IOException {
      send(question(7, name, type));
      return answer();
    }

    static byte[] question(int id, String name, int type) throws IOException {
      var bytes = new ByteArrayOutputStream();
      var message = new DataOutputStream(bytes);
      for (int part : new int[] {id, 0x0100, 1, 0, 0, 0}) {
        message.writeShort(part);
      }
      for (var label : name.split("\\.", 0)) {
        message.writeByte(label.length());
        message.write(label.getBytes(StandardCharsets.US_ASCII));
      }
      message.writeByte(0);
      message.writeShort(type);
      message.writeShort(1);
      var framed = new ByteArrayOutputStream();
      new DataOutputStream(framed).writeShort(bytes.size());
      bytes.writeTo(framed);
      return framed.toByteArray();
    }

    void send(byte[] bytes) throws IOException {
      try {
        out.write(bytes);
      } catch (IOException e) {
        // The other side has ended already, which is what some tests want.
        assertThat(e).hasMessageContaining("roken pipe");
      }
    }

    void end() throws IOException {
      channel.shutdownOutput();
    }

    void rest() throws IOException {
      try {
        in.readAllBytes();
      } catch (EOFException e) {
        // It ended.
      }
    }

    Answer answer() throws IOException {
      var message = in.readNBytes(in.readUnsignedShort());
      var data = new DataInputStream(new ByteArrayInputStream(message));
      int id = data.readUnsignedShort();
      int flags = data.readUnsignedShort();
      data.readUnsignedShort();
      int records = data.readUnsignedShort();
      var address = new StringBuilder();
      if (records == 1) {
        for (int i = message.length - 4; i < message.length; i++) {
          address.append(address.isEmpty() ? "" : ".").append(message[i] & 0xFF);
        }
      }
      return new Answer(id, flags & 0xF, records, address.toString());
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
