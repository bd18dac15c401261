package dev.paddock.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.base.Signal;
import dev.paddock.template.TemplateChoices;
import dev.paddock.ui.FakeDesktop;
import dev.paddock.ui.Samples;
import dev.paddock.ui.kit.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WizardViewModelTest {
  private final List<String> went = new ArrayList<>();
  private final List<TemplateChoices> asked = new ArrayList<>();
  private final FakeDesktop desktop = new FakeDesktop();
  private Signal<BuildStatus> build = status(new BuildStatus.Outcome.Building());
  private boolean cancelled;
  private SetupCheck.Result found = SetupCheck.Result.OK;
  private final WizardViewModel model =
      new WizardViewModel(
          new WizardServices(
              () -> List.of(new SetupCheck("lima", "Lima", found, "found", "", Optional.empty())),
              choices -> {
                asked.add(choices);
                build = status(new BuildStatus.Outcome.Building());
                return new Build();
              },
              Samples.CHOICES,
              new Background(Runnable::run, Runnable::run),
              desktop,
              new Went()));

  private final class Build implements TemplateBuild {
    @Override
    public Signal<BuildStatus> status() {
      return build;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private final class Went implements WizardActions {
    @Override
    public void templateChanged() {
      went.add("changed");
    }

    @Override
    public void chooseFolder() {
      went.add("choose");
    }

    @Override
    public void close() {
      went.add("close");
    }

    @Override
    public void openLog() {
      went.add("log");
    }
  }

  @BeforeEach
  void open() {
    model.open();
  }

  @Test
  void doesNotGoOnWhileSomethingIsMissing() {
    found = SetupCheck.Result.FAILED;
    model.checks().run();
    model.choose();
    assertThat(model.page().get()).isEqualTo(WizardPage.CHECK);
    found = SetupCheck.Result.WARNING;
    model.checks().run();
    model.choose();
    assertThat(model.page().get()).isEqualTo(WizardPage.CHOOSE);
  }

  @Test
  void buildsWhatWasChosen() {
    toBuild();
    assertThat(asked).containsExactly(Samples.CHOICES);
    assertThat(model.build().running().get()).isTrue();
    build.set(status(new BuildStatus.Outcome.Built(Samples.TEMPLATE)).get());
    assertThat(model.page().get()).isEqualTo(WizardPage.READY);
    assertThat(model.built()).contains(Samples.TEMPLATE);
    assertThat(went).containsExactly("changed");
  }

  @Test
  void buildsNothingThatIsInvalid() {
    model.choose();
    model.choices().disk().set("7");
    assertThat(model.choices().diskError().get()).contains("from 8 to 2000");
    model.startBuild();
    model.choices().disk().set("40");
    model.choices().memory().set("a lot");
    model.startBuild();
    assertThat(asked).isEmpty();
    model.choices().memory().set(" 8 ");
    desktop.choice = Optional.of(Path.of("/images/debian.qcow2"));
    model.chooseImage();
    model.startBuild();
    assertThat(asked)
        .containsExactly(
            new TemplateChoices(
                false, 40, 8, Optional.of("/images/debian.qcow2"), List.of("claude")));
  }

  @Test
  void aBuildIsLeftOnlyByItsEnd() {
    toBuild();
    model.back();
    model.open();
    model.startBuild();
    assertThat(model.page().get()).isEqualTo(WizardPage.BUILD);
    assertThat(asked).hasSize(1);
    model.build().cancel();
    assertThat(cancelled).isTrue();
    assertThat(model.build().cancelling().get()).isTrue();
    build.set(status(new BuildStatus.Outcome.Failed(Samples.NO_BOOT)).get());
    assertThat(model.build().running().get()).isFalse();
    model.back();
    assertThat(model.page().get()).isEqualTo(WizardPage.CHOOSE);
    assertThat(went).isEmpty();
  }

  @Test
  void aFailedBuildCanBeTriedAgain() {
    toBuild();
    build.set(status(new BuildStatus.Outcome.Failed(Samples.NO_BOOT)).get());
    model.startBuild();
    assertThat(asked).hasSize(2);
    assertThat(model.build().status().get().outcome())
        .isEqualTo(new BuildStatus.Outcome.Building());
  }

  private void toBuild() {
    model.choose();
    model.startBuild();
  }

  private static Signal<BuildStatus> status(BuildStatus.Outcome outcome) {
    return new Signal<>(new BuildStatus(List.of(), List.of(), outcome));
  }
}
