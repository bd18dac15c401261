package dev.paddock.template;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.CancelledException;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.InputSource;
import dev.paddock.base.Json;
import dev.paddock.base.Signal;
import dev.paddock.lima.LimaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds templates in a Lima VM: to follow a build, read {@link #carryOut} from top to bottom. */
public final class LimaTemplateBuilder implements TemplateBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(LimaTemplateBuilder.class);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final BuildHost host;
  private final TemplateStore store;
  private final TemplateCleanup cleanup;
  private final SecureRandom random = new SecureRandom();

  /** A builder that makes its result the current one of {@code store}. */
  public LimaTemplateBuilder(BuildHost host, TemplateStore store) {
    this.host = host;
    this.store = store;
    this.cleanup = new TemplateCleanup(host.folders(), store, host.limactl());
  }

  @Override
  public Template build(TemplateChoices choices, Signal<BuildProgress> progress)
      throws ExplainedException {
    try (var lock = BuildLock.tryIn(host.folders().state()).orElseThrow(TemplateException::busy);
        var log = BuildLog.open(host.folders().state().resolve("logs"), Instant.now())) {
      LOG.info("building a template under {}", lock);
      var tracker = new BuildTracker(progress, log);
      var id = id();
      var vm = new BuildVm("build-" + id, host, log.file());
      try {
        return watched(choices, vm, id, tracker);
      } finally {
        discard(vm);
      }
    } catch (IOException e) {
      throw TemplateException.file("The template could not be built.", e);
    }
  }

  private Template watched(TemplateChoices choices, BuildVm vm, String id, BuildTracker tracker)
      throws ExplainedException {
    var room = host.room();
    try (var watch = new DiskWatch(room::free)) {
      try {
        cleanUp();
        return carryOut(choices, vm, id, tracker);
      } catch (InterruptedException e) {
        throw watch.full() ? room.exhausted() : new CancelledException("Building the template");
      } catch (LimaException e) {
        throw Room.wasExhausted(e) ? room.exhausted() : e;
      }
    }
  }

  private Template carryOut(TemplateChoices choices, BuildVm vm, String id, BuildTracker tracker)
      throws ExplainedException, InterruptedException {
    tracker.step(BuildPhase.CHECK, () -> new BuildCheck(host).check(choices));
    var setupScript = SetupScript.in(host.folders().home());
    var inputs = BuildInputs.gather(choices, host, tracker);
    var script = ProvisionScript.of(choices);
    tracker.step(
        BuildPhase.CREATE,
        () -> vm.create(inputs.image(), choices, tracker.lines(BuildPhase.CREATE)));
    tracker.step(BuildPhase.BOOT, () -> vm.boot(tracker.lines(BuildPhase.BOOT)));
    tracker.step(
        BuildPhase.PROVISION,
        () -> {
          vm.upload(script);
          vm.provision(InputSource.NONE, tracker.lines(BuildPhase.PROVISION), "packages");
        });
    tracker.step(BuildPhase.INSTALL, () -> install(inputs, choices, vm, tracker));
    if (setupScript.isPresent()) {
      var lines = tracker.lines(BuildPhase.USER_SCRIPT);
      tracker.step(BuildPhase.USER_SCRIPT, () -> vm.runAsUser(setupScript.get().text(), lines));
    } else {
      tracker.skip(BuildPhase.USER_SCRIPT);
    }
    tracker.step(
        BuildPhase.FINALISE,
        () -> vm.provision(InputSource.NONE, tracker.lines(BuildPhase.FINALISE), "finalise"));
    tracker.step(BuildPhase.STOP, vm::stop);
    var manifest = manifest(choices, inputs, script, setupScript);
    return tracker.phase(BuildPhase.FREEZE, () -> freeze(vm, id, manifest, script));
  }

  private void install(
      BuildInputs inputs, TemplateChoices choices, BuildVm vm, BuildTracker tracker)
      throws ExplainedException, InterruptedException {
    var lines = tracker.lines(BuildPhase.INSTALL);
    for (var program : inputs.programs()) {
      var source = program.source();
      InputSource tarball = out -> Files.copy(program.tarball(), out);
      vm.provision(
          tarball, lines, "program", source.command(), source.version(), program.executable());
    }
    if (!choices.minimal()) {
      vm.provision(InputSource.NONE, lines, "tools");
    }
  }

  /** From here on the disk is never written again: every session's disk is a layer over it. */
  private Template freeze(BuildVm vm, String id, TemplateManifest manifest, ProvisionScript script)
      throws ExplainedException, InterruptedException {
    var name = "template-" + DATE.format(manifest.built()) + "-" + id;
    var from = vm.folder();
    var to = host.limactl().home().instance(name);
    try {
      BuildLeavings.remove(from);
      AtomicFile.write(
          from.path().resolve(TemplateStore.MANIFEST),
          Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
      AtomicFile.write(
          from.path().resolve("paddock-provision.sh"),
          script.text().getBytes(StandardCharsets.UTF_8));
      Files.setPosixFilePermissions(from.disk(), EnumSet.of(PosixFilePermission.OWNER_READ));
      Files.move(from.path(), to.path(), StandardCopyOption.ATOMIC_MOVE);
      var template = new Template(name, to.path(), manifest);
      store.makeCurrent(template);
      cleanUp();
      return template;
    } catch (IOException e) {
      throw TemplateException.file("The finished template could not be put in place.", e);
    }
  }

  private static TemplateManifest manifest(
      TemplateChoices choices,
      BuildInputs inputs,
      ProvisionScript script,
      Optional<SetupScript> setupScript) {
    Map<String, String> versions = new TreeMap<>();
    inputs.programs().forEach(p -> versions.put(p.source().command(), p.source().version()));
    return new TemplateManifest(
        1,
        Instant.now(),
        choices,
        inputs.image().location(),
        inputs.image().digest().toString(),
        versions,
        setupScript.map(s -> s.digest().toString()).orElse(""),
        script.packages());
  }

  /** What cannot be removed now can be the next time; no build fails for it. */
  private void cleanUp() throws InterruptedException {
    try {
      cleanup.runLocked();
    } catch (ExplainedException | IOException e) {
      LOG.warn("Old templates could not be removed: {}", e.getMessage());
    }
  }

  /**
   * After a success it is gone already; after a failure nothing of it may stay. On a thread of its
   * own, so that a second cancel does not cancel this.
   */
  private static void discard(BuildVm vm) {
    vm.disconnect();
    if (!Files.exists(vm.folder().path(), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    var remover = Thread.ofVirtual().name("discard-build").start(() -> remove(vm));
    boolean interrupted = false;
    while (remover.isAlive()) {
      try {
        remover.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(BuildVm vm) {
    try {
      vm.kill();
    } catch (ExplainedException e) {
      LOG.warn("A build's VM could not be removed; the next start tries again.", e);
    } catch (InterruptedException e) {
      // Nobody interrupts this thread.
    }
  }

  private String id() {
    var bytes = new byte[3];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
