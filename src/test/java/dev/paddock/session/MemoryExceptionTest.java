package dev.paddock.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paddock.base.ByteSize;
import dev.paddock.base.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryExceptionTest {
  private static final ByteSize MOST = ByteSize.ofGiB(4);

  @ParameterizedTest
  @ValueSource(strings = {"1M", "511M", "4097M", "900G"})
  void refusesTooLittleAndMoreThanTheTemplateIsFor(String asked) {
    var refused =
        catchThrowableOfType(
            MemoryException.class, () -> MemoryException.check(ByteSize.parse(asked), MOST));
    assertThat(refused.explain().code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.explain().fix()).contains("paddock setup --memory");
  }

  @Test
  void allowsAllInBetween() {
    assertThatCode(() -> MemoryException.check(ByteSize.ofMiB(512), MOST))
        .doesNotThrowAnyException();
    assertThatCode(() -> MemoryException.check(MOST, MOST)).doesNotThrowAnyException();
  }
}
