package dev.paddock.ui.window;

import dev.paddock.session.Session;
import dev.paddock.ui.kit.Bridge;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.PathText;
import dev.paddock.ui.kit.StateDot;
import dev.paddock.ui.kit.StateText;
import dev.paddock.ui.kit.View;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Projects with their sessions, and the ways to the other screens. */
final class Sidebar extends View {
  private final WindowModel model;
  private final ObservableValue<Instant> now;
  private final Executor ui;
  private final VBox projects = Layout.column(2);
  private final Button home;
  private final Button template;
  private final VBox root;
  private Lifetime rows = new Lifetime();

  Sidebar(WindowModel model, ObservableValue<Instant> now, Executor ui, Runnable chooseFolder) {
    this.model = model;
    this.now = now;
    this.ui = ui;
    var brand = new Label("Paddock");
    brand.getStyleClass().add("brand");
    var head = Layout.row(9, new FontIcon(Feather.GRID), brand);
    head.setStyle("-fx-padding: 0 0 12 8;");
    var start = Buttons.primary("new-session", "New session…", chooseFolder);
    start.setGraphic(new FontIcon(Feather.PLUS));
    start.setMaxWidth(Double.MAX_VALUE);
    home = nav("nav-home", "Home", Feather.HOME, () -> model.show(new Place.Home()));
    template =
        nav("nav-template", "Template", Feather.LAYERS, () -> model.show(new Place.Wizard()));
    var list = Layout.growing(Layout.scrolling(projects));
    root = Layout.column(4, head, start, list, home, template);
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
    lifetime.watch(model.place(), _ -> showSessions(model.sessions().getValue()));
    lifetime.add(() -> rows.close());
  }

  private void showSessions(List<Session> sessions) {
    rows.close();
    rows = new Lifetime();
    projects.getChildren().clear();
    mark(home, model.place().getValue() instanceof Place.Home);
    mark(template, model.place().getValue() instanceof Place.Wizard);
    var byProject = new LinkedHashMap<String, VBox>();
    for (var session : sessions) {
      var project = PathText.name(session.plan().project());
      byProject
          .computeIfAbsent(project, name -> Layout.column(2, Labels.caption(name)))
          .getChildren()
          .add(row(session));
    }
    projects.getChildren().addAll(byProject.values());
  }

  private Node row(Session session) {
    var dot = new StateDot();
    var time = new Label();
    time.getStyleClass().add("nav-time");
    var name = new Label(session.plan().agent().title());
    var content = Layout.row(9, dot, name, Layout.spacer(), time);
    var button = Buttons.plain("session-" + session.plan().id(), "", () -> open(session));
    button.setGraphic(content);
    button.getStyleClass().add("nav-button");
    button.setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(button.widthProperty().subtract(24));
    var status = Bridge.observe(session.status(), ui, rows);
    Consumer<Object> show =
        _ -> {
          dot.show(status.get().state());
          time.setText(StateText.brief(status.get(), now.getValue()));
          button.setAccessibleText(name.getText() + ", " + time.getText());
        };
    rows.watch(status, show);
    rows.watch(now, show);
    mark(button, model.place().getValue() instanceof Place.OneSession(var s) && s.equals(session));
    return button;
  }

  private void open(Session session) {
    model.show(new Place.OneSession(session));
  }

  private static Button nav(String id, String text, Feather icon, Runnable action) {
    var button = Buttons.plain(id, text, icon, action);
    button.getStyleClass().add("nav-button");
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private static void mark(Button button, boolean current) {
    button.getStyleClass().remove("current");
    if (current) {
      button.getStyleClass().add("current");
    }
  }
}
