package dev.paddock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.agent.Agents;
import dev.paddock.base.ByteSize;
import dev.paddock.proxy.rule.HostPattern;
import dev.paddock.proxy.rule.NetworkMode;
import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;
import dev.paddock.session.NetworkRequest;
import dev.paddock.ui.FakeDesktop;
import dev.paddock.ui.FakeSessions;
import dev.paddock.ui.ManualDelays;
import dev.paddock.ui.Samples;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.Lifetime;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaunchViewModelTest {
  private static final Path PROJECT = Path.of("/home/ada/src/my-app");
  private static final Agents AGENTS = Agents.builtIn();

  private final FakeSessions sessions = new FakeSessions(Samples.NOW);
  private final FakeDesktop desktop = new FakeDesktop();
  private final ManualDelays delays = new ManualDelays();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Lifetime lifetime = new Lifetime();
  private final List<LaunchRequest> launched = new ArrayList<>();
  private final LaunchViewModel model =
      new LaunchViewModel(
          new LaunchServices(
              sessions::plan,
              AGENTS,
              new Background(work::add, Runnable::run),
              delays,
              desktop,
              () -> true,
              new RecordingLauncher()),
          Samples.request(PROJECT, AGENTS.all().getFirst()));

  private final class RecordingLauncher implements Launcher {
    @Override
    public void launch(LaunchRequest request, LaunchPlan plan) {
      launched.add(request);
    }

    @Override
    public void cancel() {}

    @Override
    public void openWizard() {}
  }

  @BeforeEach
  void attach() {
    model.attach(lifetime);
  }

  @Test
  void plansOnceAtTheBeginning() {
    assertThat(model.planning().get()).isTrue();
    runWork();
    assertThat(sessions.requests).hasSize(1);
    assertThat(model.planning().get()).isFalse();
    assertThat(model.state().get()).isInstanceOf(PlanState.Planned.class);
  }

  @Test
  void plansOnceAfterTypingAndNotForEachKey() {
    runWork();
    model.arguments().set("-p");
    model.arguments().set("-p \"fix");
    assertThat(model.planning().get()).isTrue();
    model.arguments().set("-p \"fix it\"");
    delays.pass();
    runWork();
    assertThat(sessions.requests).hasSize(2);
    assertThat(sessions.requests.getLast().arguments()).containsExactly("-p", "fix it");
  }

  @Test
  void plansAtOnceWhenSomethingIsChosen() {
    runWork();
    model.agent().set(AGENTS.all().getLast());
    runWork();
    desktop.choice = Optional.of(Path.of("/srv/data"));
    model.addMount();
    runWork();
    var last = sessions.requests.getLast();
    assertThat(last.agent().id()).isEqualTo("shell");
    assertThat(last.mounts()).containsExactly(Path.of("/srv/data"));
  }

  @Test
  void mountsNothingTwice() {
    model.addMounts(List.of(PROJECT, Path.of("/a"), Path.of("/a")));
    model.addMounts(List.of(Path.of("/a"), Path.of("/b")));
    assertThat(model.mounts()).containsExactly(Path.of("/a"), Path.of("/b"));
  }

  @Test
  void anOlderPlanNeverReplacesANewerOne() {
    model.agent().set(AGENTS.all().getLast());
    var stale = work.removeFirst();
    runWork();
    stale.run();
    assertThat(model.state().get())
        .isInstanceOfSatisfying(
            PlanState.Planned.class, p -> assertThat(p.request().agent().id()).isEqualTo("shell"));
  }

  @Test
  void saysWhatIsWrongWithAnInputAndStartsNothing() {
    runWork();
    model.arguments().set("\"open");
    model.memory().set("much");
    delays.pass();
    runWork();
    assertThat(model.argumentsError().get()).contains("close the quote");
    assertThat(model.memoryError().get()).contains("'much' is not a size");
    model.start();
    assertThat(launched).isEmpty();
    model.arguments().set("");
    model.memory().set("8G");
    delays.pass();
    runWork();
    assertThat(model.argumentsError().get()).isEmpty();
    assertThat(sessions.requests.getLast().memory()).contains(ByteSize.ofGiB(8));
  }

  @Test
  void startsWhenThePlanIsThere() {
    model.start();
    assertThat(launched).isEmpty();
    runWork();
    assertThat(launched).hasSize(1);
  }

  @Test
  void startsWithWhatWasTypedLast() {
    runWork();
    model.arguments().set("--continue");
    model.start();
    assertThat(launched).isEmpty();
    delays.pass();
    runWork();
    assertThat(launched)
        .extracting(LaunchRequest::arguments)
        .containsExactly(List.of("--continue"));
  }

  @Test
  void doesNotStartWhatIsRefused() {
    sessions.refusal = Optional.of(Samples.explained(Samples.NO_TEMPLATE));
    model.start();
    runWork();
    assertThat(model.state().get()).isEqualTo(new PlanState.Refused(Samples.NO_TEMPLATE));
    assertThat(launched).isEmpty();
    sessions.refusal = Optional.empty();
    model.plan();
    runWork();
    assertThat(launched).isEmpty();
  }

  @Test
  void plansNoMoreWhenTheSheetIsGone() {
    lifetime.close();
    runWork();
    model.arguments().set("x");
    delays.pass();
    runWork();
    assertThat(model.state().get()).isInstanceOf(PlanState.Unknown.class);
  }

  @Test
  void asksForTheNetworkThatWasChosen() {
    model.network().set(NetworkMode.LISTED);
    model.hosts().set(" intra.example, *.corp.example ");
    model.onlyOurCredentials().set(true);
    delays.pass();
    runWork();
    assertThat(model.state().get())
        .isInstanceOfSatisfying(
            PlanState.Planned.class,
            planned ->
                assertThat(planned.request().network())
                    .isEqualTo(
                        new NetworkRequest(
                            NetworkMode.LISTED,
                            Set.of(
                                HostPattern.exactly("intra.example"),
                                HostPattern.below("corp.example")),
                            true)));
    model.hosts().set("https://intra.example/");
    delays.pass();
    runWork();
    assertThat(model.hostsError().get()).contains("no host");
    assertThat(model.state().get()).isInstanceOf(PlanState.Unknown.class);
    model.network().set(NetworkMode.OPEN);
    runWork();
    assertThat(model.hostsError().get()).isEmpty();
  }

  @Test
  void beginsWithAnEarlierRequest() {
    var earlier =
        new LaunchRequest(
            PROJECT,
            AGENTS.all().getFirst(),
            List.of("-p", "say hi"),
            List.of(Path.of("/a")),
            Optional.of(ByteSize.ofMiB(1536)),
            new NetworkRequest(
                NetworkMode.LISTED, Set.of(HostPattern.exactly("intra.example")), true),
            true);
    var again =
        new LaunchViewModel(
            new LaunchServices(
                sessions::plan,
                AGENTS,
                new Background(Runnable::run, Runnable::run),
                delays,
                desktop,
                () -> false,
                new RecordingLauncher()),
            earlier);
    again.attach(lifetime);
    again.start();
    assertThat(launched).containsExactly(earlier);
  }

  private void runWork() {
    while (!work.isEmpty()) {
      work.removeFirst().run();
    }
  }
}
