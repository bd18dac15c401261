package dev.paddock.ui.home;

import dev.paddock.agent.Agent;
import dev.paddock.agent.Agents;
import dev.paddock.base.UserError;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.Bridge;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.Lifetime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What Home shows and can do. FX thread only. */
public final class HomeViewModel {
  private final RecentProjects projects;
  private final TemplateWatch template;
  private final Agents agents;
  private final Background background;
  private final DesktopActions desktop;
  private final HomeActions actions;
  private final ObservableList<RecentProject> recent = FXCollections.observableArrayList();

  /** Shows nothing before {@link #attach}. */
  public HomeViewModel(
      RecentProjects projects,
      TemplateWatch template,
      Agents agents,
      Background background,
      DesktopActions desktop,
      HomeActions actions) {
    this.projects = projects;
    this.template = template;
    this.agents = agents;
    this.background = background;
    this.desktop = desktop;
    this.actions = actions;
  }

  /** Follows the recent projects and looks at the template, for a lifetime. */
  public void attach(Lifetime lifetime) {
    lifetime.watch(Bridge.observe(projects.list(), background.ui(), lifetime), recent::setAll);
    work(projects::load);
    template.refresh();
  }

  /** Newest first. */
  public ObservableList<RecentProject> recent() {
    return recent;
  }

  /** As it was when last looked up. */
  public ReadOnlyObjectProperty<TemplateState> template() {
    return template.state();
  }

  /** In the order in which people see them. */
  public List<Agent> agents() {
    return agents.all();
  }

  /** The agent that a project had last, or the first of all. */
  public Agent usualAgent(RecentProject project) {
    return agents.find(project.agent()).orElse(agents.all().getFirst());
  }

  /** Lets the person choose a folder and opens the launch sheet for it. */
  public void choose() {
    desktop
        .chooseFolder("Choose a project folder")
        .ifPresent(folder -> actions.openLaunch(List.of(folder), Optional.empty()));
  }

  /** Opens the launch sheet for folders that were dropped. */
  public void open(List<Path> folders) {
    actions.openLaunch(folders, Optional.empty());
  }

  /** Opens the launch sheet for a recent project with this agent chosen. */
  public void open(RecentProject project, Agent agent) {
    actions.openLaunch(List.of(project.path()), Optional.of(agent));
  }

  /** Drops a project from the list. */
  public void forget(RecentProject project) {
    work(() -> projects.remove(project.path()));
  }

  /** Opens the template wizard. */
  public void setUp() {
    actions.openWizard();
  }

  private void work(Runnable work) {
    background.run(
        () -> {
          work.run();
          return true;
        },
        done -> {},
        (UserError logged) -> {});
  }
}
