package dev.paddock.ui.window;

import dev.paddock.agent.Agents;
import dev.paddock.session.Sessions;
import dev.paddock.ui.home.RecentProjects;
import dev.paddock.ui.home.TemplateLookup;
import dev.paddock.ui.session.TerminalPanes;
import dev.paddock.ui.wizard.SetupChecks;
import dev.paddock.ui.wizard.TemplateBuilds;
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
    Path logs) {}
