package dev.paddock.ui.window;

import dev.paddock.agent.Agent;
import dev.paddock.session.Session;
import dev.paddock.ui.home.HomeActions;
import dev.paddock.ui.home.TemplateWatch;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.session.SessionActions;
import dev.paddock.ui.wizard.WizardActions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The ways from one screen to another, as each screen knows them. FX thread only. */
record Routes(
    PaddockWindow window,
    WindowModel model,
    TemplateWatch template,
    DesktopActions desktop,
    Path logs)
    implements HomeActions, SessionActions, WizardActions {

  @Override
  public void openLaunch(List<Path> folders, Optional<Agent> agent) {
    window.openLaunch(folders, agent);
  }

  @Override
  public void openWizard() {
    model.show(new Place.Wizard());
  }

  @Override
  public void startAgain(Session ended) {
    window.startAgain(ended);
  }

  @Override
  public void close(Session ended) {
    window.forget(ended);
  }

  @Override
  public void templateChanged() {
    template.refresh();
  }

  @Override
  public void chooseFolder() {
    desktop
        .chooseFolder("Choose a project folder")
        .ifPresent(folder -> window.openLaunch(List.of(folder), Optional.empty()));
  }

  @Override
  public void close() {
    model.show(new Place.Home());
  }

  @Override
  public void openLog() {
    desktop.open(logs);
  }
}
