package dev.paddock.ui.launch;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.ErrorPanel;
import dev.paddock.ui.kit.FolderDrop;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.PathText;
import dev.paddock.ui.kit.View;
import java.time.ZoneId;
import java.util.ArrayList;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The launch sheet: inputs on the left, what will happen on the right. */
public final class LaunchView extends View {
  private final LaunchViewModel model;
  private final DesktopActions desktop;
  private final LaunchForm form;
  private final StackPane outcome = new StackPane();
  private final ProgressIndicator progress = new ProgressIndicator();
  private final Button start;
  private final BorderPane root = new BorderPane();

  /** A sheet for this launch. */
  public LaunchView(LaunchViewModel model, DesktopActions desktop) {
    this.model = model;
    this.desktop = desktop;
    this.form = new LaunchForm(model);
    start = Buttons.primary("launch-start", "Start", model::start);
    start.setDefaultButton(true);
    progress.setId("launch-progress");
    progress.getStyleClass().add("small-progress");
    progress.setAccessibleText("Looking at what will happen");
    var head =
        Layout.column(
            3,
            Labels.headline("New session in " + PathText.name(model.folder())),
            Labels.small(PathText.full(model.folder())));
    head.getStyleClass().add("sheet-head");
    var planHead = Layout.row(8, Labels.caption("What will happen"), Layout.spacer(), progress);
    var right = Layout.column(16, planHead, outcome);
    right.getStyleClass().add("launch-plan");
    var left = Layout.scrolling(form.root());
    left.getStyleClass().add("launch-left");
    var plan = Layout.scrolling(right);
    plan.getStyleClass().add("launch-right");
    var foot =
        Layout.row(
            8, Layout.spacer(), Buttons.quiet("launch-cancel", "Cancel", model::cancel), start);
    foot.getStyleClass().add("sheet-foot");
    root.setId("launch");
    root.getStyleClass().addAll("modal-sheet", "wide-sheet");
    root.setTop(head);
    var middle = new HBox(left, Layout.growing(plan));
    middle.getStyleClass().add("launch-middle");
    root.setCenter(middle);
    root.setBottom(foot);
    FolderDrop.install(root, model::addMounts);
  }

  @Override
  public Region root() {
    return root;
  }

  /** Where typing begins. */
  public Node first() {
    return form.first();
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    form.attach();
    lifetime.add(form::detach);
    lifetime.watch(model.state(), this::show);
    lifetime.bind(progress.visibleProperty(), model.planning());
    lifetime.bind(
        start.disableProperty(),
        Bindings.createBooleanBinding(
            () -> !model.planning().get() && !(model.state().get() instanceof PlanState.Planned),
            model.planning(),
            model.state()));
    lifetime.bind(
        outcome.opacityProperty(),
        Bindings.when(model.planning()).then((Number) 0.6).otherwise(1.0));
    model.attach(lifetime);
  }

  private void show(PlanState state) {
    outcome
        .getChildren()
        .setAll(
            switch (state) {
              case PlanState.Unknown() -> new Region();
              case PlanState.Planned(var request, var plan) ->
                  new PlanPane(PlanSummary.of(plan, ZoneId.systemDefault()));
              case PlanState.Refused(var error) -> {
                var actions = new ArrayList<Node>();
                if (model.templateMissing()) {
                  actions.add(
                      Buttons.primary("launch-wizard", "Set up the template", model::openWizard));
                }
                actions.add(Buttons.plain("launch-retry", "Try again", model::plan));
                yield new ErrorPanel(error, desktop, actions.toArray(Node[]::new));
              }
            });
  }
}
