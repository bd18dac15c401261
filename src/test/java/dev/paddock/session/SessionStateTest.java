package dev.paddock.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionStateTest {
  private static final Set<String> LEGAL =
      Set.of(
          "PLANNED>STARTING",
          "STARTING>RUNNING",
          "STARTING>STOPPING",
          "RUNNING>STOPPING",
          "STOPPING>ENDED",
          "STOPPING>FAILED");

  @Test
  void allowsExactlyTheMovesOfTheTable() {
    var allowed =
        Stream.of(SessionState.values())
            .flatMap(from ->
                Stream.of(SessionState.values()).filter(from::mayBecome).map(to -> from + ">" + to))
            .collect(Collectors.toSet());
    assertThat(allowed).isEqualTo(LEGAL);
  }

  @Test
  void onlyTheLastTwoAreFinal() {
    assertThat(SessionState.values())
        .filteredOn(SessionState::isFinal)
        .containsExactly(SessionState.ENDED, SessionState.FAILED);
  }
}
