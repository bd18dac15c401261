package dev.paddock.ui.window;

import dev.paddock.session.Session;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.ModalLayer;
import dev.paddock.ui.wizard.BuildModel;
import org.jspecify.annotations.Nullable;

/** The way out of the window: asks once where something is running. FX thread only. */
final class Closing {
  private final WindowModel model;
  private final BuildModel build;
  private final Background background;
  private final ModalLayer sheets;
  private @Nullable CloseQuestion open;
  private boolean stopping;

  Closing(WindowModel model, BuildModel build, Background background, ModalLayer sheets) {
    this.model = model;
    this.build = build;
    this.background = background;
    this.sheets = sheets;
  }

  /** Calls {@code close} at once where nothing is running, else after the person's yes. */
  void request(Runnable close) {
    var running = new Running(model.running().size(), build.running().get());
    if (running.nothing()) {
      close.run();
    } else if (open == null) {
      var question = new CloseQuestion(running, () -> stopAll(close), this::stay);
      open = question;
      sheets.show(question, question.first(), this::stay);
    }
  }

  private void stay() {
    if (open != null && !stopping) {
      sheets.hide(open);
      open = null;
    }
  }

  private void stopAll(Runnable close) {
    stopping = true;
    if (open != null) {
      open.stopping(close);
    }
    build.cancel();
    var sessions = model.running();
    sessions.forEach(Session::stop);
    background.run(
        () -> {
          for (var session : sessions) {
            session.await();
          }
          return true;
        },
        _ -> closeAfterBuild(close),
        _ -> close.run());
  }

  private void closeAfterBuild(Runnable close) {
    if (build.running().get()) {
      build.running().subscribe((_, _) -> close.run());
    } else {
      close.run();
    }
  }
}
