package dev.paddock.ui.wizard;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.ErrorPanel;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.Symbol;
import dev.paddock.ui.kit.View;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Is everything there? Each finding with what to do about it. */
final class CheckPage extends View {
  private final WizardViewModel model;
  private final VBox rows = Layout.column(0);
  private final VBox problem = Layout.column(0);
  private final ProgressIndicator progress = new ProgressIndicator();
  private final Button next;
  private final Region root;

  CheckPage(WizardViewModel model) {
    this.model = model;
    rows.getStyleClass().add("list-card");
    rows.setId("wizard-checks");
    progress.getStyleClass().add("small-progress");
    progress.setAccessibleText("Checking");
    next = Buttons.primary("wizard-next", "Continue", model::choose);
    next.setDefaultButton(true);
    var again =
        Buttons.plain(
            "wizard-check-again", "Check again", Symbol.REFRESH_CW, () -> model.checks().run());
    root =
        Layout.column(
            18,
            Labels.muted("What Paddock needs on this computer."),
            rows,
            problem,
            Layout.row(
                8,
                progress,
                Layout.spacer(),
                Buttons.quiet("wizard-close", "Not now", model::close),
                again,
                next));
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    var checks = model.checks();
    lifetime.watchList(
        checks.results(),
        () -> {
          Layout.fillCard(rows, checks.results().stream().map(this::row).toList());
          Layout.show(rows, !checks.results().isEmpty());
        });
    lifetime.bind(progress.visibleProperty(), checks.running());
    lifetime.watch(checks.passed(), passed -> next.setDisable(!passed));
    lifetime.watch(
        checks.failure(),
        failure -> {
          problem.getChildren().clear();
          failure.ifPresent(e -> problem.getChildren().add(new ErrorPanel(e, model.desktop())));
        });
  }

  private Node row(SetupCheck check) {
    var texts = Layout.column(3, Labels.strong(check.title()), Labels.muted(check.text()));
    if (!check.fix().isEmpty()) {
      texts.getChildren().add(Labels.plain(check.fix()));
    }
    check.command().ifPresent(command -> texts.getChildren().add(command(check.id(), command)));
    var row = Layout.row(14, icon(check.result()), Layout.growing(texts));
    row.setAlignment(Pos.TOP_LEFT);
    row.setId("check-" + check.id());
    row.setAccessibleText(check.title() + ": " + check.text());
    row.getStyleClass().addAll("list-row", "check-row");
    return row;
  }

  private Node command(String id, String command) {
    var copy =
        Buttons.icon(
            "copy-" + id, "Copy the command", Symbol.COPY, () -> model.desktop().copy(command));
    copy.getStyleClass().add("compact");
    var line = Layout.row(8, Layout.growing(Labels.mono(command)), copy);
    line.getStyleClass().add("command-line");
    return line;
  }

  private static Icon icon(SetupCheck.Result result) {
    var icon =
        new Icon(
            switch (result) {
              case OK -> Symbol.CHECK_CIRCLE;
              case WARNING -> Symbol.ALERT_TRIANGLE;
              case FAILED -> Symbol.X_CIRCLE;
            });
    icon.getStyleClass().add(result.name().toLowerCase(Locale.ROOT));
    return icon;
  }
}
