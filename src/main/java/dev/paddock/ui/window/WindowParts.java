package dev.paddock.ui.window;

import dev.paddock.agent.Agents;
import dev.paddock.session.Sessions;
import dev.paddock.template.TemplateChoices;
import dev.paddock.ui.home.RecentProjects;
import dev.paddock.ui.home.TemplateLookup;
import dev.paddock.ui.home.TemplateState;
import dev.paddock.ui.home.TemplateWatch;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.Delays;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.launch.LaunchServices;
import dev.paddock.ui.launch.Launcher;
import dev.paddock.ui.session.TerminalPanes;
import dev.paddock.ui.wizard.SetupChecks;
import dev.paddock.ui.wizard.TemplateBuilds;
import dev.paddock.ui.wizard.WizardActions;
import dev.paddock.ui.wizard.WizardServices;
import java.nio.file.Path;

/**
 * What the window shows and drives.
 *
 * @param sessions of this user
 * @param agents to choose from
 * @param recent projects of the last sessions
 * @param template finds the current one
 * @param checks look at this computer
 * @param builds build templates
 * @param terminals make panes for agents
 * @param logs folder of our log
 */
public record WindowParts(
    Sessions sessions,
    Agents agents,
    RecentProjects recent,
    TemplateLookup template,
    SetupChecks checks,
    TemplateBuilds builds,
    TerminalPanes terminals,
    Path logs) {

  LaunchServices launchServices(
      Background background,
      Delays delays,
      DesktopActions desktop,
      TemplateWatch watch,
      Launcher launcher) {
    return new LaunchServices(
        sessions::plan,
        agents,
        background,
        delays,
        desktop,
        () -> watch.state().get() instanceof TemplateState.Missing,
        launcher);
  }

  WizardServices wizardServices(
      Background background, DesktopActions desktop, WizardActions actions) {
    return new WizardServices(
        checks, builds, TemplateChoices.usual(agents), background, desktop, actions);
  }
}
