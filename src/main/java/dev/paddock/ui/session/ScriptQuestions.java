package dev.paddock.ui.session;

import dev.paddock.base.Signal;
import dev.paddock.project.RuntimeScript;
import dev.paddock.session.ScriptApproval;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks in the window whether a project's script may run. Several sessions may ask at once; the
 * window shows one question after the other. Nobody but the asking session waits.
 */
public final class ScriptQuestions implements ScriptApproval {
  private final Signal<List<ScriptQuestion>> open = new Signal<>(List.of());

  /** Without an answer yet, oldest first. */
  public Signal<List<ScriptQuestion>> open() {
    return open;
  }

  /** Answers a question, which then is no longer open. */
  public void answer(ScriptQuestion question, boolean allowed) {
    question.answer(allowed);
    close(question);
  }

  @Override
  public boolean allow(RuntimeScript script) throws InterruptedException {
    var question = new ScriptQuestion(script);
    open.update(before -> Stream.concat(before.stream(), Stream.of(question)).toList());
    try {
      return question.await();
    } finally {
      // Also where the session was stopped meanwhile: then there is nobody left to ask for.
      close(question);
    }
  }

  private void close(ScriptQuestion question) {
    open.update(before -> before.stream().filter(q -> q != question).toList());
  }
}
