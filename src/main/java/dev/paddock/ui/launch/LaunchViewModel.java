package dev.paddock.ui.launch;

import dev.paddock.agent.Agent;
import dev.paddock.base.ByteSize;
import dev.paddock.base.Escaped;
import dev.paddock.base.Shell;
import dev.paddock.base.Subscription;
import dev.paddock.proxy.rule.HostPattern;
import dev.paddock.proxy.rule.NetworkMode;
import dev.paddock.session.LaunchRequest;
import dev.paddock.session.NetworkRequest;
import dev.paddock.ui.kit.Lifetime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A launch in the making: the inputs, and the plan that follows from them, made anew in the
 * background after each change. FX thread only.
 */
public final class LaunchViewModel {
  private static final Duration TYPING = Duration.ofMillis(250);

  private final LaunchServices services;
  private final Path folder;
  private final ObjectProperty<Agent> agent;
  private final StringProperty arguments = new SimpleStringProperty("");
  private final StringProperty memory = new SimpleStringProperty("");
  private final ObjectProperty<NetworkMode> network;
  private final StringProperty hosts = new SimpleStringProperty("");
  private final BooleanProperty onlyOurs = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper hostsError = new ReadOnlyStringWrapper("");
  private final ObservableList<Path> mounts = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper argumentsError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper memoryError = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper planning = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<PlanState> state =
      new ReadOnlyObjectWrapper<>(new PlanState.Unknown());
  private Subscription job = () -> {};
  private boolean startWhenPlanned;

  /**
   * A launch with nothing planned yet.
   *
   * @param first what the inputs begin with
   */
  public LaunchViewModel(LaunchServices services, LaunchRequest first) {
    this.services = services;
    this.folder = first.folder();
    this.agent = new SimpleObjectProperty<>(first.agent());
    arguments.set(Shell.join(first.arguments()));
    memory.set(first.memory().map(ByteSize::toString).orElse(""));
    mounts.addAll(first.mounts());
    network = new SimpleObjectProperty<>(first.network().mode());
    onlyOurs.set(first.network().onlyOurCredentials());
    hosts.set(
        first.network().hosts().stream()
            .map(HostPattern::text)
            .sorted()
            .collect(Collectors.joining(" ")));
  }

  /** Plans now and after each change, until the lifetime is over. */
  public void attach(Lifetime lifetime) {
    lifetime.add(() -> job.close());
    lifetime.onChange(agent, this::plan);
    lifetime.onListChange(mounts, this::plan);
    lifetime.onChange(network, this::plan);
    lifetime.onChange(onlyOurs, this::plan);
    lifetime.onChange(hosts, this::planSoon);
    lifetime.onChange(arguments, this::planSoon);
    lifetime.onChange(memory, this::planSoon);
    plan();
  }

  /** The project. */
  public Path folder() {
    return folder;
  }

  /** To choose from. */
  public List<Agent> agents() {
    return services.agents().all();
  }

  /** What shall run. */
  public ObjectProperty<Agent> agent() {
    return agent;
  }

  /** The agent's arguments as typed. */
  public StringProperty arguments() {
    return arguments;
  }

  /** The VM's memory as typed; empty for the template's. */
  public StringProperty memory() {
    return memory;
  }

  /** Which hosts the VM may reach. */
  public ObjectProperty<NetworkMode> network() {
    return network;
  }

  /** Further hosts as typed, for {@link NetworkMode#LISTED}. */
  public StringProperty hosts() {
    return hosts;
  }

  /** What is wrong with the hosts, or empty. */
  public ReadOnlyStringProperty hostsError() {
    return hostsError.getReadOnlyProperty();
  }

  /** Whether a credential that the VM has from elsewhere is refused. */
  public BooleanProperty onlyOurCredentials() {
    return onlyOurs;
  }

  /** Further folders. */
  public ObservableList<Path> mounts() {
    return mounts;
  }

  /** What is wrong with the arguments, or empty. */
  public ReadOnlyStringProperty argumentsError() {
    return argumentsError.getReadOnlyProperty();
  }

  /** What is wrong with the memory, or empty. */
  public ReadOnlyStringProperty memoryError() {
    return memoryError.getReadOnlyProperty();
  }

  /** Whether the plan shown is about to be replaced. */
  public ReadOnlyBooleanProperty planning() {
    return planning.getReadOnlyProperty();
  }

  /** The last plan or refusal. */
  public ReadOnlyObjectProperty<PlanState> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether the wizard would help against a refusal. */
  public boolean templateMissing() {
    return services.templateMissing().getAsBoolean();
  }

  /** Lets the person choose one more folder to mount. */
  public void addMount() {
    services
        .desktop()
        .chooseFolder("Choose a further folder")
        .ifPresent(more -> addMounts(List.of(more)));
  }

  /** Mounts further folders. */
  public void addMounts(List<Path> folders) {
    mounts.addAll(
        folders.stream().distinct().filter(f -> !f.equals(folder) && !mounts.contains(f)).toList());
  }

  /** Starts what is planned; where the planning is still under way, as soon as it is done. */
  public void start() {
    if (planning.get()) {
      startWhenPlanned = true;
    } else if (state.get() instanceof PlanState.Planned(var request, var plan)) {
      services.launcher().launch(request, plan);
    }
  }

  /** Gives up; nothing was done. */
  public void cancel() {
    services.launcher().cancel();
  }

  /** Opens the wizard instead. */
  public void openWizard() {
    services.launcher().openWizard();
  }

  /** Plans anew, for instance after the person has removed an obstacle. */
  public void plan() {
    job.close();
    request()
        .ifPresentOrElse(
            request -> {
              planning.set(true);
              job =
                  services
                      .background()
                      .run(
                          () -> services.planner().plan(request),
                          plan -> planned(new PlanState.Planned(request, plan)),
                          error -> planned(new PlanState.Refused(error)));
            },
            () -> planned(new PlanState.Unknown()));
  }

  private void planSoon() {
    job.close();
    planning.set(true);
    job = services.delays().after(TYPING, this::plan);
  }

  private void planned(PlanState next) {
    state.set(next);
    planning.set(false);
    if (startWhenPlanned) {
      startWhenPlanned = false;
      start();
    }
  }

  private Optional<LaunchRequest> request() {
    argumentsError.set("");
    memoryError.set("");
    List<String> words = List.of();
    try {
      words = ArgumentText.split(arguments.get());
    } catch (IllegalArgumentException e) {
      argumentsError.set(e.getMessage());
    }
    Optional<ByteSize> size = Optional.empty();
    try {
      size = memory.get().isBlank() ? size : Optional.of(ByteSize.parse(memory.get()));
    } catch (IllegalArgumentException e) {
      memoryError.set(e.getMessage());
    }
    var more = patterns();
    boolean good =
        argumentsError.get().isEmpty() && memoryError.get().isEmpty() && hostsError.get().isEmpty();
    var reach = new NetworkRequest(network.get(), more, onlyOurs.get());
    return good
        ? Optional.of(new LaunchRequest(folder, agent.get(), words, mounts, size, reach, true))
        : Optional.empty();
  }

  private Set<HostPattern> patterns() {
    hostsError.set("");
    if (network.get() != NetworkMode.LISTED) {
      return Set.of();
    }
    var found = new HashSet<HostPattern>();
    for (var word : hosts.get().strip().split("[\\s,]+", -1)) {
      var pattern = HostPattern.parse(word);
      if (pattern.isPresent()) {
        found.add(pattern.get());
      } else if (!word.isEmpty()) {
        hostsError.set("'" + Escaped.text(word) + "' is no host.");
      }
    }
    return found;
  }
}
