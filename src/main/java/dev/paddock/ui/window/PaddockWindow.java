package dev.paddock.ui.window;

import dev.paddock.agent.Agent;
import dev.paddock.base.UserError;
import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;
import dev.paddock.session.NetworkRequest;
import dev.paddock.session.Session;
import dev.paddock.ui.error.ErrorSheet;
import dev.paddock.ui.error.UncaughtErrors;
import dev.paddock.ui.home.HomeView;
import dev.paddock.ui.home.HomeViewModel;
import dev.paddock.ui.home.TemplateWatch;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.Bridge;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.FolderDrop;
import dev.paddock.ui.kit.FxTimer;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.ModalLayer;
import dev.paddock.ui.kit.View;
import dev.paddock.ui.session.ScriptQuestions;
import dev.paddock.ui.session.SessionView;
import dev.paddock.ui.session.SessionViewModel;
import dev.paddock.ui.wizard.WizardView;
import dev.paddock.ui.wizard.WizardViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The shell: it knows all screens, shows one of them, and sheets above. FX thread only. */
public final class PaddockWindow {
  private final WindowParts parts;
  private final Background background;
  private final FxTimer timer;
  private final DesktopActions desktop;
  private final UncaughtErrors errors;
  private final Lifetime lifetime = new Lifetime();
  private final ScriptQuestions questions = new ScriptQuestions();
  private final BorderPane content = new BorderPane();
  private final ModalLayer sheets = new ModalLayer(content);
  private final StackPane root = new StackPane();
  private final WindowModel model;
  private final TemplateWatch template;
  private final Routes routes;
  private final SessionScreens screens;
  private final LaunchSheets launch;
  private final ScriptSheets scripts = new ScriptSheets(sheets, questions);
  private final WizardViewModel wizardModel;
  private final Closing closing;
  private final HomeView home;
  private final WizardView wizard;
  private final Sidebar sidebar;
  private @Nullable View screen;
  private @Nullable ErrorSheet errorSheet;

  /** The window's content; nothing is watched before {@link #open}. */
  public PaddockWindow(
      WindowParts parts,
      Background background,
      FxTimer timer,
      DesktopActions desktop,
      UncaughtErrors errors) {
    this.parts = parts;
    this.background = background;
    this.timer = timer;
    this.desktop = desktop;
    this.errors = errors;
    model = new WindowModel(Bridge.observe(parts.sessions().own(), background.ui(), lifetime));
    template = new TemplateWatch(parts.template(), background);
    screens =
        new SessionScreens(parts.sessions(), parts.terminals(), questions, desktop, this::model);
    routes = new Routes(this, model, template, desktop, parts.logs());
    launch =
        new LaunchSheets(
            sheets,
            desktop,
            launcher -> parts.launchServices(background, timer, desktop, template, launcher),
            routes::openWizard);
    wizardModel = new WizardViewModel(parts.wizardServices(background, desktop, routes));
    closing = new Closing(model, wizardModel.build(), background, sheets);
    home =
        new HomeView(
            new HomeViewModel(
                parts.recent(), template, parts.agents(), background, desktop, routes),
            desktop,
            timer.now());
    wizard = new WizardView(wizardModel);
    sidebar =
        new Sidebar(model, template.state(), timer.now(), background.ui(), routes::chooseFolder);
    build();
  }

  private void build() {
    var hint = new Region();
    hint.getStyleClass().add("drop-hint");
    hint.setMouseTransparent(true);
    content.setLeft(sidebar.root());
    content.getStyleClass().add("window");
    root.setId("window");
    root.getChildren().setAll(content, sheets, hint);
    FolderDrop.install(root, folders -> openLaunch(folders, Optional.empty()));
    new WindowKeys()
        .on(KeyCode.N, routes::chooseFolder)
        .on(KeyCode.H, () -> model.show(new Place.Home()))
        .on(KeyCode.R, this::toggleRequests)
        .on(KeyCode.PAGE_UP, () -> model.step(-1))
        .on(KeyCode.PAGE_DOWN, () -> model.step(1))
        .install(root, () -> !sheets.isShowing());
  }

  /** Its outermost node. */
  public Parent root() {
    return root;
  }

  /** Begins to show and to watch. */
  public void open() {
    sidebar.attach();
    template.refresh();
    lifetime.watch(model.place(), this::show);
    lifetime.watch(Bridge.observe(questions.open(), background.ui(), lifetime), scripts::show);
    lifetime.watch(Bridge.observe(errors.shown(), background.ui(), lifetime), this::showError);
  }

  /**
   * Opens the launch sheet.
   *
   * @param folders the project first, then further folders to mount
   * @param agent the one asked for, or empty for the usual one
   */
  public void openLaunch(List<Path> folders, Optional<Agent> agent) {
    var request =
        new LaunchRequest(
            folders.getFirst(),
            agent.orElse(parts.agents().all().getFirst()),
            List.of(),
            folders.subList(1, folders.size()),
            Optional.empty(),
            NetworkRequest.usual(),
            true);
    launch.open(request, this::start);
  }

  /**
   * The person wants the window closed: {@code close} is called at once where nothing is running,
   * else after the person has agreed and all is stopped, or never.
   */
  public void requestClose(Runnable close) {
    closing.request(close);
  }

  /** Stops watching; the window is not shown again. */
  public void close() {
    launch.close();
    if (screen != null) {
      screen.detach();
    }
    sidebar.detach();
    screens.close();
    lifetime.close();
    timer.close();
  }

  /** Opens the launch sheet with what an ended session was started with. */
  void startAgain(Session ended) {
    screens
        .request(ended)
        .ifPresent(request ->
            launch.open(
                request,
                (again, plan) -> {
                  start(again, plan);
                  screens.drop(ended);
                }));
  }

  /** Drops an ended session. */
  void forget(Session ended) {
    model.show(new Place.Home());
    screens.drop(ended);
  }

  private void toggleRequests() {
    if (screen instanceof SessionView session) {
      session.toggleRequests();
    }
  }

  private void start(LaunchRequest request, LaunchPlan plan) {
    var session = screens.start(request, plan);
    background.workers().execute(() -> parts.recent().add(plan.project(), plan.agent().id()));
    model.show(new Place.OneSession(session));
  }

  private void show(Place place) {
    if (screen != null) {
      screen.detach();
    }
    if (place instanceof Place.Wizard) {
      wizardModel.open();
    }
    var next =
        switch (place) {
          case Place.Home() -> home;
          case Place.Wizard() -> wizard;
          case Place.OneSession(var session) -> screens.of(session).<View>map(v -> v).orElse(home);
        };
    screen = next;
    // Asked before the old screen goes: JavaFX hands its focus to the sidebar then.
    boolean focusStays = sidebar.root().isFocusWithin();
    content.setCenter(next.root());
    // What lies in a scroll pane or a split pane can be focused only once that has its skin.
    root.applyCss();
    next.attach();
    if (!next.equals(home) || !focusStays) {
      next.focus();
    }
  }

  private void showError(Optional<UserError> error) {
    if (errorSheet != null) {
      sheets.hide(errorSheet);
      errorSheet = null;
    }
    if (error.isPresent()) {
      var sheet = new ErrorSheet(error.get(), desktop, routes::openLog, errors::dismiss);
      errorSheet = sheet;
      sheets.show(sheet, sheet.first(), errors::dismiss);
    }
  }

  private SessionViewModel model(Session session) {
    return new SessionViewModel(session, timer.now(), background.ui(), timer, routes);
  }
}
