package dev.paddock.proxy;

import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.vm.Needle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The home of a client: what it holds, what its environment is, and how it is run. */
final class ClientHome {
  private static final int LIMIT_MINUTES = 3;

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();

  /** How a run ended; both streams are in the output. */
  record Result(int exit, String output) {}

  /** As in a session's VM: the proxy, its authority, and nothing else. */
  ClientHome(Path home, ProxyListener listener) throws IOException {
    this.home = Files.createDirectories(home);
    int port = listener.address() instanceof ListenAddress.Loopback(var number) ? number : 0;
    var proxy = "http://%s:%s@127.0.0.1:%d".formatted(listener.user(), listener.secret(), port);
    var ca = file("session-ca.pem", listener.caPem()).toString();
    for (var name : List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")) {
      with(name, proxy);
    }
    for (var name : List.of("SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "GIT_SSL_CAINFO")) {
      with(name, ca);
    }
    with("NO_PROXY", "localhost,127.0.0.1,::1").with("no_proxy", "localhost,127.0.0.1,::1");
    with("TMPDIR", Files.createDirectories(path("tmp")).toString());
    with("HOME", this.home.toString()).with("PATH", "/usr/bin:/bin").with("TERM", "dumb");
  }

  ClientHome with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** All variables that its programs get. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** Writes a file below the home. */
  Path file(String path, String content) throws IOException {
    var file = path(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  String read(String path) throws IOException {
    return Files.readString(path(path));
  }

  Path path(String below) {
    return home.resolve(below);
  }

  /** Runs a program in the home, with no input, to its end. */
  Result run(String... argv) throws Exception {
    return runIn("", argv);
  }

  /** The same in a folder below the home. */
  Result runIn(String folder, String... argv) throws Exception {
    var builder =
        new ProcessBuilder(argv).directory(path(folder).toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    var limit = Thread.startVirtualThread(() -> killLate(process));
    try {
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } finally {
      limit.interrupt();
      kill(process);
    }
  }

  /** The files below a folder that hold the text. */
  static List<Path> filesWith(Path folder, String text) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(f -> Needle.occurs(f, bytes)).toList();
    }
  }

  private static void killLate(Process process) {
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        kill(process);
      }
    } catch (InterruptedException e) {
      // It has ended by itself.
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
