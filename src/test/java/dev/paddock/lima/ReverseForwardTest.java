package dev.paddock.lima;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReverseForwardTest {

  @ParameterizedTest
  @ValueSource(strings = {"relative", "/a:b", "/a%b", "/a$b", "/a\\b", "/a\nb"})
  void refusesSocketsWhosePathSshWouldMisread(String path) {
    assertThatThrownBy(() -> new ReverseForward(3128, Path.of(path)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesPortsThatAreNone() {
    for (var port : new int[] {0, -1, 65_536}) {
      assertThatThrownBy(() -> new ReverseForward(port, Path.of("/a")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
