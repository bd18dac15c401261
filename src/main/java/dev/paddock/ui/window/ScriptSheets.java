package dev.paddock.ui.window;

import dev.paddock.ui.kit.ModalLayer;
import dev.paddock.ui.session.ScriptQuestion;
import dev.paddock.ui.session.ScriptQuestionView;
import dev.paddock.ui.session.ScriptQuestions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the oldest open question of the sessions above all else. FX thread only. */
final class ScriptSheets {
  private final ModalLayer sheets;
  private final ScriptQuestions questions;
  private @Nullable ScriptQuestion asked;
  private @Nullable ScriptQuestionView view;

  ScriptSheets(ModalLayer sheets, ScriptQuestions questions) {
    this.sheets = sheets;
    this.questions = questions;
  }

  /** Takes up what is open now; a question whose session has ended meanwhile goes away. */
  void show(List<ScriptQuestion> open) {
    var next = open.isEmpty() ? null : open.getFirst();
    if (next == asked) {
      return;
    }
    if (view != null) {
      sheets.hide(view);
      view = null;
    }
    asked = next;
    if (next != null) {
      ask(next);
    }
  }

  private void ask(ScriptQuestion question) {
    var sheet = new ScriptQuestionView(question, allowed -> questions.answer(question, allowed));
    view = sheet;
    sheets.show(sheet, sheet.first(), () -> questions.answer(question, false));
  }
}
