package dev.paddock.ui.wizard;

import dev.paddock.template.Template;
import dev.paddock.ui.kit.DesktopActions;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The way through the wizard. FX thread only. */
public final class WizardViewModel {
  private final WizardServices services;
  private final ChecksModel checks;
  private final ChoicesModel choices;
  private final BuildModel build;
  private final ReadOnlyObjectWrapper<WizardPage> page =
      new ReadOnlyObjectWrapper<>(WizardPage.CHECK);
  private Optional<Template> built = Optional.empty();

  /** Stands at the first page. */
  public WizardViewModel(WizardServices services) {
    this.services = services;
    checks = new ChecksModel(services.checks(), services.background());
    choices = new ChoicesModel(services.usual());
    build = new BuildModel(services.builds(), services.background().ui(), this::ended);
  }

  /** Begins anew, unless a build is under way. */
  public void open() {
    if (!build.running().get()) {
      page.set(WizardPage.CHECK);
      checks.run();
    }
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<WizardPage> page() {
    return page.getReadOnlyProperty();
  }

  /** The first page. */
  public ChecksModel checks() {
    return checks;
  }

  /** The second page. */
  public ChoicesModel choices() {
    return choices;
  }

  /** The third page. */
  public BuildModel build() {
    return build;
  }

  /** What was built, once the last page is reached. */
  public Optional<Template> built() {
    return built;
  }

  /** The desktop, for copying and choosing. */
  public DesktopActions desktop() {
    return services.desktop();
  }

  /** From the checks to the choices. */
  public void choose() {
    if (checks.passed().get()) {
      page.set(WizardPage.CHOOSE);
    }
  }

  /** Back to the page before; a build is left only by its end. */
  public void back() {
    switch (page.get()) {
      case CHOOSE -> page.set(WizardPage.CHECK);
      case BUILD -> {
        if (!build.running().get()) {
          page.set(WizardPage.CHOOSE);
        }
      }
      case CHECK, READY -> {}
    }
  }

  /** Builds what was chosen; also once more after a failure. */
  public void startBuild() {
    if (choices.valid().get() && !build.running().get()) {
      page.set(WizardPage.BUILD);
      build.start(choices.choices());
    }
  }

  /** Lets the person choose an image file. */
  public void chooseImage() {
    services
        .desktop()
        .chooseFile("Choose a disk image")
        .ifPresent(file -> choices.image().set(file.toString()));
  }

  /** On to the first session. */
  public void chooseFolder() {
    services.actions().close();
    services.actions().chooseFolder();
  }

  /** Leaves the wizard; a build goes on. */
  public void close() {
    services.actions().close();
  }

  /** Opens Paddock's log. */
  public void openLog() {
    services.actions().openLog();
  }

  private void ended(BuildStatus.Outcome outcome) {
    if (outcome instanceof BuildStatus.Outcome.Built(var template)) {
      built = Optional.of(template);
      page.set(WizardPage.READY);
      services.actions().templateChanged();
    }
  }
}
