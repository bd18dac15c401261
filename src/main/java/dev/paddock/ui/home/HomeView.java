package dev.paddock.ui.home;

import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.FolderDrop;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.Symbol;
import dev.paddock.ui.kit.View;
import java.time.Instant;
import java.util.ArrayList;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Home: template, drop zone, recent projects. */
public final class HomeView extends View {
  private final HomeViewModel model;
  private final DesktopActions desktop;
  private final ObservableValue<Instant> now;
  private final StackPane template = new StackPane();
  private final VBox recent = Layout.column(0);
  private final VBox recentSection = Layout.column(10, Labels.caption("Recent projects"), recent);
  private final VBox content;
  private final Button choose;
  private final ScrollPane root;

  /** Home of this model. */
  public HomeView(HomeViewModel model, DesktopActions desktop, ObservableValue<Instant> now) {
    this.model = model;
    this.desktop = desktop;
    this.now = now;
    recent.getStyleClass().add("list-card");
    choose = Buttons.primary("home-choose", "Choose a folder…", model::choose);
    var head =
        Layout.column(
            6,
            Labels.headline("Start a session"),
            Labels.muted(
                "An agent works on one folder, in a virtual machine made for it and thrown away"
                    + " afterwards. Your logins stay on this computer."));
    content = Layout.column(28, head, dropZone(), recentSection, template);
    root = Layout.page(content, 720);
    root.setId("home");
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void focus() {
    choose.requestFocus();
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    model.attach(lifetime);
    lifetime.watch(model.template(), this::showTemplate);
    lifetime.watchList(model.recent(), this::showRecent);
  }

  /** Below all else while it is fine, right under the headline where something is to be done. */
  private void showTemplate(TemplateState state) {
    var fine = state instanceof TemplateState.Ready || state instanceof TemplateState.Unknown;
    content.getChildren().remove(template);
    content.getChildren().add(fine ? content.getChildren().size() : 1, template);
    template.getChildren().setAll(TemplateCard.of(state, desktop, now.getValue(), model::setUp));
  }

  private void showRecent() {
    Layout.show(recentSection, !model.recent().isEmpty());
    var rows = new ArrayList<RecentRow>();
    for (var project : model.recent()) {
      rows.add(new RecentRow(project, rows.size(), model, now.getValue()));
    }
    Layout.fillCard(recent, rows);
  }

  private Region dropZone() {
    var icon = new Icon(Symbol.FOLDER_PLUS, 26);
    var badge = new StackPane(icon);
    badge.getStyleClass().add("drop-icon");
    var words =
        Layout.column(
            4,
            Labels.heading("Drop a project folder here"),
            Labels.muted("The VM sees this folder, at the same path, and nothing else of yours."));
    words.setAlignment(Pos.CENTER);
    var zone = Layout.column(16, badge, words, choose);
    zone.setId("drop-zone");
    zone.setAccessibleText("Drop a project folder here");
    zone.setAlignment(Pos.CENTER);
    zone.getStyleClass().add("drop-zone");
    FolderDrop.install(zone, model::open);
    return zone;
  }
}
