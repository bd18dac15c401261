package dev.paddock.ui.launch;

import dev.paddock.agent.Agents;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.Delays;
import dev.paddock.ui.kit.DesktopActions;
import java.util.function.BooleanSupplier;

/**
 * What every launch sheet needs.
 *
 * @param planner decides, blocking
 * @param agents to choose from, the usual one first
 * @param background runs the planner
 * @param delays so that not every key stroke plans anew
 * @param desktop chooses folders
 * @param templateMissing whether the wizard would help
 * @param launcher where the sheet leads to
 */
public record LaunchServices(
    Planner planner,
    Agents agents,
    Background background,
    Delays delays,
    DesktopActions desktop,
    BooleanSupplier templateMissing,
    Launcher launcher) {}
