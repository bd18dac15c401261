package dev.paddock.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseStoreTest {
  @TempDir Path folder;

  @Test
  void readsBackWhatItWrote() throws Exception {
    var store = new LeaseStore(folder);
    var lease =
        Lease.create(Plans.claudeOn(Path.of("/my project/ünï")), Instant.now())
            .owing(StepName.LEASE)
            .in(SessionState.RUNNING);
    store.write(lease);
    assertThat(store.all()).containsExactly(lease);
    assertThat(store.all().getFirst().owner().alive()).isTrue();
    store.remove(lease);
    assertThat(store.all()).isEmpty();
  }

  @Test
  void leavesAloneWhatItCannotRead() throws Exception {
    Files.writeString(folder.resolve("claude-000000.json"), "{ half");
    Files.writeString(folder.resolve("claude-000001.json"), "{\"version\": 99}");
    Files.writeString(
        folder.resolve("evil.json"),
        "{\"version\":1,\"id\":\"../../x\",\"agent\":\"claude\",\"owed\":[],\"created\":\"2026-11-24T08:00:00Z\"}");
    assertThat(new LeaseStore(folder).all()).isEmpty();
    assertThat(folder.resolve("evil.json")).exists();
  }

  @Test
  void aMissingFolderHoldsNoLeases() throws Exception {
    assertThat(new LeaseStore(folder.resolve("none")).all()).isEmpty();
  }
}
