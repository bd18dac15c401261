package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paddock.base.ByteSize;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VmSpecTest {
  private static final VmImage DEBIAN = VmImage.of("https://example.com/d.qcow2", "sha512:00");

  @Test
  void aQemuVmRunsPlainWithoutMountsForwardsAndTheHostsKeys() throws Exception {
    var yaml = read(spec(VmType.QEMU, DEBIAN, false));
    assertThat(yaml.path("vmType").asText()).isEqualTo("qemu");
    assertThat(yaml.path("plain").asBoolean()).isTrue();
    assertThat(yaml.path("mounts")).isEmpty();
    assertThat(yaml.path("memory").asText()).isEqualTo("2048MiB");
    assertThat(yaml.path("images").path(0).path("digest").asText()).isEqualTo("sha512:00");
    assertThat(yaml.path("ssh").path("loadDotSSHPubKeys").asBoolean(true)).isFalse();
    assertThat(yaml.path("ssh").path("forwardAgent").asBoolean(true)).isFalse();
    assertThat(yaml.path("propagateProxyEnv").asBoolean(true)).isFalse();
    assertThat(yaml.path("user").path("name").asText()).isEqualTo("agent");
    assertThat(yaml.path("user").has("uid")).isFalse();
  }

  @Test
  void theFirstPortForwardIgnoresEveryPort() throws Exception {
    var rule = read(spec(VmType.VZ, DEBIAN, false)).path("portForwards").path(0);
    assertThat(rule.path("ignore").asBoolean()).isTrue();
    assertThat(rule.path("proto").asText()).isEqualTo("any");
    assertThat(rule.path("guestIPMustBeZero").asBoolean(true)).isFalse();
    assertThat(rule.path("guestPortRange").path(1).asInt()).isEqualTo(65_535);
  }

  @Test
  void namesAreResolvedOnlyWhereAskedForAndNeverByAServerOnTheHostsLoopback() throws Exception {
    var closed = read(spec(VmType.QEMU, DEBIAN, false));
    assertThat(closed.path("dns").path(0).asText()).isEqualTo("127.0.0.1");
    assertThat(closed.path("hostResolver").path("enabled").asBoolean(true)).isFalse();
    var open = read(spec(VmType.QEMU, DEBIAN, true));
    assertThat(open.path("dns").path(0).asText()).isEqualTo("192.168.5.3");
    assertThat(open.path("hostResolver").path("enabled").asBoolean(true)).isFalse();
  }

  @Test
  void vzIsNotPlainForPlainModeDropsItsMounts() throws Exception {
    assertThat(read(spec(VmType.VZ, DEBIAN, false)).path("plain").asBoolean(true)).isFalse();
  }

  @Test
  void aKernelOutsideOfTheImageIsBootedDirectly() throws Exception {
    var kernel = new VmImage.Kernel(Path.of("/k"), Path.of("/i"), "root=/dev/vda quiet");
    var image = new VmImage("/img", Optional.empty(), Optional.of(kernel), true);
    var entry = read(spec(VmType.QEMU, image, false));
    assertThat(entry.path("firmware").path("legacyBIOS").asBoolean()).isTrue();
    assertThat(entry.path("images").path(0).path("kernel").path("cmdline").asText())
        .isEqualTo("root=/dev/vda quiet");
    assertThat(entry.path("images").path(0).path("initrd").path("location").asText())
        .isEqualTo("/i");
    assertThat(entry.path("images").path(0).has("digest")).isFalse();
  }

  private static VmSpec spec(VmType type, VmImage image, boolean names) {
    return new VmSpec(type, Arch.X86_64, image, 2, ByteSize.ofGiB(2), ByteSize.ofGiB(30), names);
  }

  private static JsonNode read(VmSpec spec) throws Exception {
    return LimaYaml.MAPPER.readTree(spec.yaml());
  }
}
