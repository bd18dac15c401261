package dev.paddock.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.agent.AgentPackage;
import dev.paddock.agent.NpmTarball;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentDownloadTest {
  private static final byte[] TARBALL = "a tarball".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "another".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private TestServer registry;
  private Path cache;
  private Path offline;

  @BeforeEach
  void start() throws Exception {
    registry = new TestServer();
    cache = folder.resolve("cache");
    offline = Files.createDirectory(folder.resolve("offline"));
    environment.put("npm_config_registry", registry.url("/"));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void followsTheRegistryToTheTarball() throws Exception {
    publish(TARBALL, TARBALL);

    assertThat(fetch(unpinned())).hasBinaryContent(TARBALL);
    assertThat(registry.requests()).contains("/@maker/agent-x64/1.2.3", "/t.tgz");
  }

  @Test
  void usesTheCacheWithoutANetwork() throws Exception {
    publish(TARBALL, TARBALL);
    fetch(unpinned());
    registry.close();

    assertThat(fetch(unpinned())).hasBinaryContent(TARBALL);
  }

  @Test
  void checksTheCacheEachTime() throws Exception {
    publish(TARBALL, TARBALL);
    var cached = fetch(unpinned());
    Files.write(cached, OTHER);

    assertThat(fetch(unpinned())).hasBinaryContent(TARBALL);
  }

  @Test
  void refusesATarballThatIsNotWhatTheRegistrySays() throws Exception {
    publish(OTHER, TARBALL);

    assertThatThrownBy(() -> fetch(unpinned())).isInstanceOf(DownloadException.class);
    assertThat(cache).isDirectoryNotContaining("glob:**.tgz");
  }

  @Test
  void believesThePinnedIntegrityAndNotTheRegistry() throws Exception {
    publish(OTHER, OTHER);

    assertThatThrownBy(() -> fetch(pinned(TARBALL))).isInstanceOf(DownloadException.class);
  }

  @Test
  void takesAPinnedPackageFromTheOfflineFolderWithoutANetwork() throws Exception {
    registry.close();
    environment.put("PADDOCK_AGENT_PACKAGES", offline.toString());
    Files.write(offline.resolve("maker-agent-x64-1.2.3.tgz"), TARBALL);

    assertThat(fetch(pinned(TARBALL))).hasBinaryContent(TARBALL);
  }

  @Test
  void refusesAnOfflineFileWithAnotherContent() throws Exception {
    publish(TARBALL, TARBALL);
    environment.put("PADDOCK_AGENT_PACKAGES", offline.toString());
    Files.write(offline.resolve("agent.tgz"), OTHER);

    assertThatThrownBy(() -> fetch(pinned(TARBALL)))
        .isInstanceOfSatisfying(
            DownloadException.class, e -> assertThat(e.explain().what()).contains("agent.tgz"));
  }

  @Test
  void tellsWhenTheRegistryGivesGarbage() {
    registry.serve("/@maker/agent-x64/1.2.3", "<html>".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> fetch(unpinned()))
        .isInstanceOfSatisfying(
            DownloadException.class,
            e -> assertThat(e.explain().why()).isEqualTo("It is not JSON."));
  }

  private Path fetch(AgentPackage wanted) throws Exception {
    return new AgentDownload(cache, environment, new Downloads(new OkHttpClient()))
        .fetch(wanted, "x64", DownloadProgress.NONE);
  }

  private void publish(byte[] tarball, byte[] promised) throws Exception {
    var metadata =
        "{\"dist\":{\"tarball\":\"%s\",\"integrity\":\"sha1-x %s\"}}"
            .formatted(registry.url("/t.tgz"), integrity(promised));
    registry.serve("/@maker/agent-x64/1.2.3", metadata.getBytes(StandardCharsets.UTF_8));
    registry.serve("/t.tgz", tarball);
  }

  private static AgentPackage unpinned() {
    return of(Optional.empty());
  }

  private static AgentPackage pinned(byte[] tarball) throws Exception {
    return of(Optional.of(integrity(tarball)));
  }

  private static AgentPackage of(Optional<String> integrity) {
    var tarball = new NpmTarball("@maker/agent-x64", "1.2.3", "bin/agent", integrity);
    return new AgentPackage("agent", "1.2.3", tarball, tarball);
  }

  private static String integrity(byte[] content) throws Exception {
    var digest = MessageDigest.getInstance("SHA-512").digest(content);
    return "sha512-" + Base64.getEncoder().encodeToString(digest);
  }
}
