package dev.paddock.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.fake.FakeAnthropic;
import dev.paddock.fake.FakeUpstreamProxy;
import dev.paddock.fake.TestCa;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One session after another in real VMs, by the real command line, with the real Claude Code. */
@Tag("vm")
class SessionVmIT {
  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final String ANSWER = "Hello from the other side.";

  @TempDir Path folder;

  private final String token = "sk-ant-oat01-real-" + UUID.randomUUID();
  private final TestCa ca = new TestCa();
  private final String key = "sk-canary-" + UUID.randomUUID();
  private VmLab lab;
  private FakeAnthropic anthropic;
  private FakeUpstreamProxy upstream;
  private Path project;
  private Map<String, String> environment;

  @BeforeEach
  void setUp() throws Exception {
    lab = VmLab.require();
    anthropic = new FakeAnthropic(ca, token, ANSWER);
    upstream = new FakeUpstreamProxy(anthropic.port());
    project = Files.createDirectories(folder.resolve("work/my project, ü \"1\" #2"));
    var home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectory(home.resolve(".claude"));
    Files.writeString(
        home.resolve(".claude/.credentials.json"),
        "{\"claudeAiOauth\":{\"accessToken\":\"%s\",\"refreshToken\":\"sk-ant-ort01-%s\",\"expiresAt\":%d,\"scopes\":[\"user:inference\"]}}"
            .formatted(token, token, Instant.now().plus(Duration.ofHours(8)).toEpochMilli()));
    environment = new HashMap<>();
    environment.put("HOME", home.toString());
    environment.put("AGENT_VM_STATE_DIR", folder.resolve("agent-vm").toString());
    environment.put("AI_HTTPS_PROXY", upstream.url());
    environment.put("OPENAI_API_KEY", key);
    environment.put("GH_TOKEN", key);
    environment.put("AI_SSL_CERT_FILE", ca.write(folder.resolve("ca.pem")).toString());
  }

  @AfterEach
  void leavesNothingBehind() throws Exception {
    if (lab != null) {
      HostTraces.assertNone(lab);
      anthropic.close();
      upstream.close();
    }
  }

  @Test
  void claudeAnswersThroughTheProxyWithTheRealTokenPutOnOutside() throws Exception {
    var session = CliSession.start(lab, project, environment, "claude", "-p", "say hello");
    assertThat(session.await(LIMIT)).as("%s %s", session.output(), session.errors()).isZero();
    assertThat(session.output()).contains(ANSWER);
    assertThat(anthropic.requests()).contains("POST /v1/messages");
    assertThat(upstream.connects()).contains("api.anthropic.com:443");
    assertThat(upstream.refused()).isEmpty();
    // Claude's history stays on the host, where agent-vm keeps it.
    try (var states = Files.walk(folder.resolve("agent-vm"))) {
      assertThat(states.map(Path::toString)).anyMatch(p -> p.endsWith(".jsonl"));
    }
  }

  @Test
  void aHostileGuestReachesOnlyWhatItWasGiven() throws Exception {
    var outside = Files.writeString(folder.resolve("work/secret.txt"), "not for the guest");
    try (var listener = openToAll()) {
      var probe =
          probe()
              .replace("@PORT@", Integer.toString(listener.getLocalPort()))
              .replace("@OUTSIDE@", outside.toString());
      Files.writeString(project.resolve("probe.sh"), probe);
      var session =
          CliSession.start(lab, project, environment, "shell", "-c", "bash ./probe.sh; exit 3");
      session.await(() -> Files.exists(project.resolve("waiting")), LIMIT, "the probe");
      assertTokenIsNowhere(session);
      Files.createFile(project.resolve("go"));
      assertThat(session.await(LIMIT)).isEqualTo(3);
      assertThat(session.output())
          .as("%s", session.errors())
          .contains(
              "root yes",
              "unaware program 200",
              "container 200",
              "container blocked closed",
              "container private closed",
              "container host closed",
              "name stand-in",
              "direct host closed",
              "direct loopback of host closed",
              "direct internet closed",
              "dns closed",
              "host file hidden",
              "proxy to host loopback 403",
              "proxy to gateway 403",
              "proxy to private 403",
              "proxy to metadata 403",
              "proxy to blocked 403",
              "allowed host 200",
              "real token not found");
    }
    var made = project.resolve("made by the agent.txt");
    assertThat(made).hasContent("hello\n");
    assertThat(Files.getOwner(made, LinkOption.NOFOLLOW_LINKS))
        .isEqualTo(Files.getOwner(project, LinkOption.NOFOLLOW_LINKS));
    assertThat(outside).hasContent("not for the guest");
  }

  /**
   * On the host while the VM runs: its disk, every command line, our log, our children's
   * environment.
   */
  private void assertTokenIsNowhere(CliSession session) throws IOException {
    var needle = token.getBytes(StandardCharsets.UTF_8);
    try (var files = Files.walk(lab.home())) {
      for (var file : files.filter(f -> Files.isRegularFile(f)).toList()) {
        if (file.toString().contains("/cache/")) {
          continue;
        }
        assertThat(Needle.occurs(file, needle)).as("token in " + file).isFalse();
      }
    }
    for (var process : ProcessHandle.allProcesses().toList()) {
      var proc = Path.of("/proc", Long.toString(process.pid()));
      if (process.pid() != ProcessHandle.current().pid()) {
        assertThat(Needle.occurs(proc.resolve("cmdline"), needle)).isFalse();
        assertThat(Needle.occurs(proc.resolve("environ"), needle)).isFalse();
      }
      // Paddock's own is where the person put it.
      if (process.pid() != ProcessHandle.current().pid() && process.pid() != session.pid()) {
        var environ = proc.resolve("environ");
        assertThat(Needle.occurs(environ, key.getBytes(StandardCharsets.UTF_8)))
            .as("key in " + environ)
            .isFalse();
      }
    }
  }

  /** A service of the host on all addresses: a guest with an open network would reach it. */
  private static ServerSocket openToAll() throws IOException {
    var listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0));
    Thread.startVirtualThread(() -> {
      while (!listener.isClosed()) {
        try (var client = listener.accept()) {
          client
              .getOutputStream()
              .write(
                  "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
                      .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
          return;
        }
      }
    });
    return listener;
  }

  private String probe() throws IOException {
    try (var in = SessionVmIT.class.getResourceAsStream("probe.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@TOKEN@", halves());
    }
  }

  /** Two halves, so that the probe itself does not hold what it looks for. */
  private String halves() {
    var middle = token.length() / 2;
    return "'" + token.substring(0, middle) + "' '" + token.substring(middle) + "'";
  }
}
