package dev.paddock.ui.session;

import dev.paddock.project.RuntimeScript;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** One script that waits for a person's answer. Any thread. */
public final class ScriptQuestion {
  private final RuntimeScript script;
  private final BlockingQueue<Boolean> answers = new ArrayBlockingQueue<>(1);

  ScriptQuestion(RuntimeScript script) {
    this.script = script;
  }

  /** What would run. */
  public RuntimeScript script() {
    return script;
  }

  /** Only the first answer counts. */
  void answer(boolean allowed) {
    var _ = answers.offer(allowed);
  }

  boolean await() throws InterruptedException {
    return answers.take();
  }
}
