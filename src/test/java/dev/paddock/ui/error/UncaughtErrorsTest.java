package dev.paddock.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.UserError;
import org.junit.jupiter.api.Test;

class UncaughtErrorsTest {
  private final UncaughtErrors errors = new UncaughtErrors();

  @Test
  void showsOneAtATime() {
    errors.uncaughtException(Thread.currentThread(), new IllegalStateException("first"));
    errors.uncaughtException(Thread.currentThread(), new IllegalStateException("second"));
    assertThat(errors.shown().get().map(UserError::detail).orElse("")).contains("first");
    errors.dismiss();
    assertThat(errors.shown().get()).isEmpty();
    errors.uncaughtException(Thread.currentThread(), new IllegalStateException("third"));
    assertThat(errors.shown().get().map(UserError::detail).orElse("")).contains("third");
  }
}
