package dev.paddock.ui.wizard;

import dev.paddock.template.TemplateChoices;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.DesktopActions;

/**
 * What the wizard needs.
 *
 * @param checks look at this computer
 * @param builds build templates
 * @param usual the choices to begin with
 * @param background runs the checks
 * @param desktop copies commands, chooses files
 * @param actions where the wizard leads to
 */
public record WizardServices(
    SetupChecks checks,
    TemplateBuilds builds,
    TemplateChoices usual,
    Background background,
    DesktopActions desktop,
    WizardActions actions) {}
