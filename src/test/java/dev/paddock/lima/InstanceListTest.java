package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceListTest {
  private static final LimaHome HOME = new LimaHome(Path.of("/vm"));

  @Test
  void readsRunningAndStoppedInstances() throws Exception {
    var list = InstanceList.parse(HOME, Recorded.text("list-running-and-stopped.json"), "");
    assertThat(list).extracting(Instance::name).containsExactly("a", "b", "c");
    assertThat(list)
        .extracting(Instance::status)
        .containsExactly(InstanceStatus.STOPPED, InstanceStatus.STOPPED, InstanceStatus.RUNNING);
    assertThat(list.getLast().sshPort()).isEqualTo(44881);
    assertThat(list.getLast().vmType()).isEqualTo("qemu");
    assertThat(list.getLast().folder().path()).isEqualTo(Path.of("/vm/c"));
  }

  @Test
  void aVmWithoutItsHostAgentIsBroken() throws Exception {
    var list = InstanceList.parse(HOME, Recorded.text("list-broken-no-hostagent.json"), "");
    assertThat(list.getFirst().status()).isEqualTo(InstanceStatus.BROKEN);
  }

  @Test
  void anUnreadableInstanceHasItsProblemFromStandardError() throws Exception {
    var errors =
        """
        time="2026-11-24T08:16:29Z" level=warning msg="instance `bad` has errors" errors="[failed \
        to unmarshal YAML (main file `/vm/bad/lima.yaml`): [1:7] could not find end character]"
        time="2026-11-24T08:16:29Z" level=warning msg="instance `other` has errors" errors="[x]"
        """;
    var list = InstanceList.parse(HOME, Recorded.text("list-broken-bad-yaml.json"), errors);
    assertThat(list).hasSize(1);
    assertThat(list.getFirst().status()).isEqualTo(InstanceStatus.UNKNOWN);
    assertThat(list.getFirst().sshPort()).isZero();
    assertThat(list.getFirst().errors())
        .containsExactly(
            "failed to unmarshal YAML (main file `/vm/bad/lima.yaml`): [1:7] could not find end"
                + " character");
  }

  @Test
  void noInstanceIsAnEmptyList() throws Exception {
    assertThat(InstanceList.parse(HOME, "", "level=warning msg=\"No instance found.\"")).isEmpty();
    assertThat(InstanceList.parse(HOME, "\n\n", "")).isEmpty();
  }

  @Test
  void fieldsAndStatesOfNewerVersionsDoNoHarm() throws Exception {
    var line = "{\"name\":\"a\",\"status\":\"Hibernating\",\"new\":{\"x\":[1]}}";
    assertThat(InstanceList.parse(HOME, line, ""))
        .extracting(Instance::status)
        .containsExactly(InstanceStatus.UNKNOWN);
  }

  @Test
  void aNameThatIsNotOursIsLeftOut() throws Exception {
    var lines = "{\"name\":\"../x\",\"status\":\"\"}\n{\"name\":\"ok\",\"status\":\"Stopped\"}";
    assertThat(InstanceList.parse(HOME, lines, ""))
        .extracting(Instance::name)
        .containsExactly("ok");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "[]", "{", "{}", "{\"name\":\"a\"}", "<html>", "null", "\0\1"})
  void garbageIsToldAsSuch(String output) {
    assertThatThrownBy(() -> InstanceList.parse(HOME, output, ""))
        .isInstanceOf(LimaException.Garbage.class);
  }
}
