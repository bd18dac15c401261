package dev.paddock.ui.window;

import dev.paddock.session.Session;
import dev.paddock.ui.home.TemplateState;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.Logo;
import dev.paddock.ui.kit.PathText;
import dev.paddock.ui.kit.Symbol;
import dev.paddock.ui.kit.TimeText;
import dev.paddock.ui.kit.View;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Projects with their sessions, and the ways to the other screens. */
final class Sidebar extends View {
  private final WindowModel model;
  private final ObservableValue<TemplateState> template;
  private final ObservableValue<Instant> now;
  private final Executor ui;
  private final VBox projects = Layout.column(14);
  private final NavButton home;
  private final NavButton wizard;
  private final VBox root;
  private Lifetime rows = new Lifetime();

  Sidebar(
      WindowModel model,
      ObservableValue<TemplateState> template,
      ObservableValue<Instant> now,
      Executor ui,
      Runnable chooseFolder) {
    this.model = model;
    this.template = template;
    this.now = now;
    this.ui = ui;
    var brand = new Label("Paddock");
    brand.getStyleClass().add("brand");
    var head = Layout.row(10, new Logo(22), brand);
    head.getStyleClass().add("brand-row");
    var start = Buttons.plain("new-session", "New session…", Symbol.PLUS, chooseFolder);
    start.setMaxWidth(Double.MAX_VALUE);
    home =
        new NavButton(
            "nav-home", "Home", new Icon(Symbol.HOME), () -> model.show(new Place.Home()));
    wizard =
        new NavButton(
            "nav-template",
            "Template",
            new Icon(Symbol.LAYERS),
            () -> model.show(new Place.Wizard()));
    projects.getStyleClass().add("projects");
    var list = Layout.growing(Layout.scrolling(projects));
    root = Layout.column(4, head, start, list, home, wizard);
    root.getStyleClass().add("sidebar");
    root.setId("sidebar");
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    lifetime.watch(model.sessions(), this::showSessions);
    lifetime.watch(model.place(), this::mark);
    lifetime.watch(template, _ -> showTemplate());
    lifetime.onChange(now, this::showTemplate);
    lifetime.add(() -> rows.close());
  }

  private void showSessions(List<Session> sessions) {
    rows.close();
    rows = new Lifetime();
    var byProject = new LinkedHashMap<Path, VBox>();
    for (var session : sessions) {
      byProject
          .computeIfAbsent(
              session.plan().project(),
              path -> Layout.column(2, Labels.caption(PathText.name(path))))
          .getChildren()
          .add(new SessionRow(session, model, now, ui, rows));
    }
    projects.getChildren().setAll(byProject.values());
  }

  private void mark(Place place) {
    home.mark(place instanceof Place.Home);
    wizard.mark(place instanceof Place.Wizard);
  }

  private void showTemplate() {
    wizard.note(
        switch (template.getValue()) {
          case TemplateState.Unknown() -> "";
          case TemplateState.Missing() -> "none";
          case TemplateState.Broken(_) -> "damaged";
          case TemplateState.Ready(var ready) ->
              TimeText.age(ready.manifest().built(), now.getValue());
        });
  }
}
