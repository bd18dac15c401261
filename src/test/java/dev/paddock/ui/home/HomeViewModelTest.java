package dev.paddock.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.Agent;
import dev.paddock.agent.Agents;
import dev.paddock.base.ExplainedException;
import dev.paddock.template.Template;
import dev.paddock.ui.FakeDesktop;
import dev.paddock.ui.Samples;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.Lifetime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeViewModelTest {
  @TempDir Path folder;

  private final FakeDesktop desktop = new FakeDesktop();
  private final List<String> went = new ArrayList<>();
  private Optional<Template> template = Optional.of(Samples.TEMPLATE);
  private Optional<ExplainedException> damage = Optional.empty();

  private final class Went implements HomeActions {
    @Override
    public void openLaunch(List<Path> folders, Optional<Agent> agent) {
      went.add(folders.getFirst().getFileName() + " " + agent.map(Agent::id).orElse("usual"));
    }

    @Override
    public void openWizard() {
      went.add("wizard");
    }
  }

  @Test
  void tellsHowTheTemplateIs() {
    var model = attached();
    assertThat(model.template().get()).isEqualTo(new TemplateState.Ready(Samples.TEMPLATE));
    template = Optional.empty();
    assertThat(attached().template().get()).isEqualTo(new TemplateState.Missing());
    damage = Optional.of(Samples.explained(Samples.NO_TEMPLATE));
    assertThat(attached().template().get())
        .isEqualTo(new TemplateState.Broken(Samples.NO_TEMPLATE));
  }

  @Test
  void leadsToTheSheetWithTheAgentThatWasPressed() throws Exception {
    var project = Files.createDirectory(folder.resolve("app"));
    projects().add(project, "claude");
    var model = attached();
    model.open(model.recent().getFirst(), model.agents().getLast());
    model.open(List.of(project));
    desktop.choice = Optional.of(project);
    model.choose();
    model.setUp();
    assertThat(went).containsExactly("app shell", "app usual", "app usual", "wizard");
  }

  @Test
  void choosingNothingLeadsNowhere() {
    attached().choose();
    assertThat(went).isEmpty();
  }

  private HomeViewModel attached() {
    var background = new Background(Runnable::run, Runnable::run);
    TemplateLookup lookup =
        () -> {
          if (damage.isPresent()) {
            throw damage.get();
          }
          return template;
        };
    var model =
        new HomeViewModel(
            projects(),
            new TemplateWatch(lookup, background),
            Agents.builtIn(),
            background,
            desktop,
            new Went());
    model.attach(new Lifetime());
    return model;
  }

  private RecentProjects projects() {
    return new RecentProjects(folder.resolve("recent.json"), () -> Samples.NOW);
  }
}
