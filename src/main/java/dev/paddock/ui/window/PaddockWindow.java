package dev.paddock.ui.window;

import dev.paddock.agent.Agent;
import dev.paddock.project.Mount;
import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;
import dev.paddock.session.Session;
import dev.paddock.template.TemplateChoices;
import dev.paddock.ui.home.HomeActions;
import dev.paddock.ui.home.HomeView;
import dev.paddock.ui.home.HomeViewModel;
import dev.paddock.ui.home.TemplateState;
import dev.paddock.ui.home.TemplateWatch;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.Bridge;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.FolderDrop;
import dev.paddock.ui.kit.FxTimer;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.ModalLayer;
import dev.paddock.ui.kit.View;
import dev.paddock.ui.launch.LaunchServices;
import dev.paddock.ui.launch.LaunchView;
import dev.paddock.ui.launch.LaunchViewModel;
import dev.paddock.ui.launch.Launcher;
import dev.paddock.ui.session.ScriptQuestion;
import dev.paddock.ui.session.ScriptQuestionView;
import dev.paddock.ui.session.ScriptQuestions;
import dev.paddock.ui.wizard.WizardActions;
import dev.paddock.ui.wizard.WizardServices;
import dev.paddock.ui.wizard.WizardView;
import dev.paddock.ui.wizard.WizardViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The shell: it knows all screens, shows one of them, and one sheet above. FX thread only. */
public final class PaddockWindow {
  private final WindowParts parts;
  private final Background background;
  private final FxTimer timer;
  private final DesktopActions desktop;
  private final Lifetime lifetime = new Lifetime();
  private final WindowModel model;
  private final TemplateWatch template;
  private final ScriptQuestions questions = new ScriptQuestions();
  private final SessionScreens screens;
  private final HomeView home;
  private final WizardViewModel wizardModel;
  private final WizardView wizard;
  private final Sidebar sidebar;
  private final BorderPane content = new BorderPane();
  private final ModalLayer sheets = new ModalLayer(content);
  private final StackPane root = new StackPane(content, sheets);
  private @Nullable View screen;
  private @Nullable View sheet;

  /** The window's content; nothing is watched before {@link #open}. */
  public PaddockWindow(
      WindowParts parts, Background background, FxTimer timer, DesktopActions desktop) {
    this.parts = parts;
    this.background = background;
    this.timer = timer;
    this.desktop = desktop;
    model = new WindowModel(Bridge.observe(parts.sessions().own(), background.ui(), lifetime));
    template = new TemplateWatch(parts.template(), background);
    screens = new SessionScreens(parts, background, timer, desktop, this::startAgain, model);
    home =
        new HomeView(
            new HomeViewModel(
                parts.recent(), template, parts.agents(), background, desktop, homeActions()),
            desktop,
            timer.now());
    wizardModel =
        new WizardViewModel(
            new WizardServices(
                parts.checks(), parts.builds(), usual(), background, desktop, wizardActions()));
    wizard = new WizardView(wizardModel);
    sidebar = new Sidebar(model, timer.now(), background.ui(), this::chooseFolder);
    content.setLeft(sidebar.root());
    content.getStyleClass().add("window");
    root.setId("window");
    FolderDrop.install(root, folders -> openLaunch(folders, Optional.empty()));
  }

  /** Its outermost node. */
  public Parent root() {
    return root;
  }

  /** Begins to show and to watch. */
  public void open() {
    sidebar.attach();
    lifetime.watch(model.place(), this::show);
    lifetime.watch(Bridge.observe(questions.open(), background.ui(), lifetime), this::showQuestion);
  }

  /** Opens the launch sheet for folders, the project first. */
  public void openLaunch(List<Path> folders, Optional<Agent> agent) {
    var services =
        new LaunchServices(
            parts.sessions()::plan,
            parts.agents(),
            background,
            timer,
            desktop,
            () -> template.state().get() instanceof TemplateState.Missing,
            launcher());
    var view = new LaunchView(new LaunchViewModel(services, folders, agent), desktop);
    closeSheet();
    sheet = view;
    view.attach();
    sheets.show(view.root(), view.first(), this::closeSheet);
  }

  /** Sessions that closing the window would end. */
  public List<Session> running() {
    return model.running();
  }

  /** Asks whether to stop all sessions and close; {@code close} is called after a yes. */
  public void askToClose(Runnable close) {
    closeSheet();
    var question =
        new CloseQuestion(
            model.running().size(),
            () -> {
              closeSheet();
              close.run();
            },
            this::closeSheet);
    sheets.show(question, question.first(), this::closeSheet);
  }

  /** Stops watching; the window is not shown again. */
  public void close() {
    closeSheet();
    if (screen != null) {
      screen.detach();
    }
    sidebar.detach();
    screens.close();
    lifetime.close();
    timer.close();
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
          case Place.OneSession(var session) -> screens.of(session);
        };
    screen = next;
    content.setCenter(next.root());
    next.attach();
  }

  private void start(LaunchPlan plan) {
    var session = screens.start(plan, questions);
    background.workers().execute(() -> parts.recent().add(plan.project()));
    model.show(new Place.OneSession(session));
  }

  private void startAgain(Session ended) {
    var plan = ended.plan();
    parts.sessions().forget(ended);
    screens.drop(ended);
    openLaunch(plan.mounts().stream().map(Mount::path).toList(), Optional.of(plan.agent()));
    model.show(new Place.Home());
  }

  private void chooseFolder() {
    desktop
        .chooseFolder("Choose a project folder")
        .ifPresent(folder -> openLaunch(List.of(folder), Optional.empty()));
  }

  private void closeSheet() {
    if (sheet != null) {
      sheet.detach();
      sheet = null;
    }
    sheets.hide();
  }

  /** Oldest first; a launch sheet that is open meanwhile gives way. */
  private void showQuestion(List<ScriptQuestion> open) {
    if (open.isEmpty()) {
      return;
    }
    closeSheet();
    var question = open.getFirst();
    var view =
        new ScriptQuestionView(
            question,
            allowed -> {
              closeSheet();
              questions.answer(question, allowed);
            });
    sheets.show(
        view,
        view.first(),
        () -> {
          closeSheet();
          questions.answer(question, false);
        });
  }

  private TemplateChoices usual() {
    var agents =
        parts.agents().all().stream().filter(a -> !a.packages().isEmpty()).map(Agent::id).toList();
    return new TemplateChoices(false, 30, 16, Optional.empty(), agents);
  }

  private Launcher launcher() {
    return new Launcher() {
      @Override
      public void launch(LaunchRequest request, LaunchPlan plan) {
        closeSheet();
        start(plan);
      }

      @Override
      public void cancel() {
        closeSheet();
      }

      @Override
      public void openWizard() {
        closeSheet();
        model.show(new Place.Wizard());
      }
    };
  }

  private HomeActions homeActions() {
    return new HomeActions() {
      @Override
      public void openLaunch(List<Path> folders, Optional<Agent> agent) {
        PaddockWindow.this.openLaunch(folders, agent);
      }

      @Override
      public void openWizard() {
        model.show(new Place.Wizard());
      }
    };
  }

  private WizardActions wizardActions() {
    return new WizardActions() {
      @Override
      public void templateChanged() {
        template.refresh();
      }

      @Override
      public void chooseFolder() {
        model.show(new Place.Home());
        PaddockWindow.this.chooseFolder();
      }

      @Override
      public void close() {
        model.show(new Place.Home());
      }

      @Override
      public void openLog() {
        desktop.open(parts.logs());
      }
    };
  }
}
