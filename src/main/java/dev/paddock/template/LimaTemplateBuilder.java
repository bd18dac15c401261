package dev.paddock.template;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.CancelledException;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.InputSource;
import dev.paddock.base.Json;
import dev.paddock.base.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds templates in a Lima VM: to follow a build, read {@link #carryOut} from top to bottom. */
public final class LimaTemplateBuilder implements TemplateBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(LimaTemplateBuilder.class);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String SETUP_SCRIPT = ".claude-vm.setup.sh";
  private static final long MAX_SETUP_SCRIPT = 1 << 20;

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
        cleanup.runLocked();
        return carryOut(choices, vm, id, tracker);
      } catch (InterruptedException e) {
        throw new CancelledException("Building the template");
      } finally {
        discard(vm);
      }
    } catch (IOException e) {
      throw TemplateException.file("The template could not be built.", e);
    }
  }

  private Template carryOut(TemplateChoices choices, BuildVm vm, String id, BuildTracker tracker)
      throws ExplainedException, InterruptedException {
    tracker.phase(
        BuildPhase.CHECK,
        () -> {
          new BuildCheck(host).check(choices);
          return true;
        });
    var inputs = BuildInputs.gather(choices, host, tracker);
    var script = ProvisionScript.of(choices);
    tracker.phase(
        BuildPhase.CREATE,
        () -> {
          vm.create(inputs.image(), choices, tracker.lines(BuildPhase.CREATE));
          return true;
        });
    tracker.phase(
        BuildPhase.BOOT,
        () -> {
          vm.boot(tracker.lines(BuildPhase.BOOT));
          return true;
        });
    tracker.phase(
        BuildPhase.PROVISION,
        () -> {
          vm.upload(script);
          vm.provision(InputSource.NONE, tracker.lines(BuildPhase.PROVISION), "packages");
          return true;
        });
    tracker.phase(BuildPhase.INSTALL, () -> install(inputs, choices, vm, tracker));
    var setupScript = runSetupScript(vm, tracker);
    tracker.phase(
        BuildPhase.FINALISE,
        () -> {
          vm.provision(InputSource.NONE, tracker.lines(BuildPhase.FINALISE), "finalise");
          return true;
        });
    tracker.phase(
        BuildPhase.STOP,
        () -> {
          vm.stop();
          return true;
        });
    var manifest = manifest(choices, inputs, script, setupScript);
    return tracker.phase(BuildPhase.FREEZE, () -> freeze(vm, id, manifest, script));
  }

  private boolean install(
      BuildInputs inputs, TemplateChoices choices, BuildVm vm, BuildTracker tracker)
      throws ExplainedException, InterruptedException {
    var lines = tracker.lines(BuildPhase.INSTALL);
    for (var program : inputs.programs()) {
      var source = program.source();
      InputSource tarball = out -> Files.copy(program.tarball(), out);
      vm.provision(
          tarball, lines, "program", source.command(), source.version(), source.executable());
    }
    if (!choices.minimal()) {
      vm.provision(InputSource.NONE, lines, "tools");
    }
    return true;
  }

  /** Runs {@code ~/.claude-vm.setup.sh}; returns the hash of what ran, or nothing. */
  private String runSetupScript(BuildVm vm, BuildTracker tracker)
      throws ExplainedException, InterruptedException {
    var file = host.folders().home().resolve(SETUP_SCRIPT);
    if (!Files.isRegularFile(file)) {
      tracker.skip(BuildPhase.USER_SCRIPT);
      return "";
    }
    return tracker.phase(
        BuildPhase.USER_SCRIPT,
        () -> {
          try {
            if (Files.size(file) > MAX_SETUP_SCRIPT) {
              throw TemplateException.choice(
                  "The setup script " + file + " is too large.", "", "Keep it below 1 MiB.");
            }
            var content = Files.readAllBytes(file);
            vm.runAsUser(
                new String(content, StandardCharsets.UTF_8), tracker.lines(BuildPhase.USER_SCRIPT));
            return Digest.sha256(content).toString();
          } catch (IOException e) {
            throw TemplateException.file("The setup script " + file + " cannot be read.", e);
          }
        });
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
      if (!from.disk().toFile().setWritable(false, false)) {
        LOG.info("the disk of {} cannot be made read-only", name);
      }
      Files.move(from.path(), to.path());
      var template = new Template(name, to.path(), manifest);
      store.makeCurrent(template);
      cleanup.runLocked();
      return template;
    } catch (IOException e) {
      throw TemplateException.file("The finished template could not be put in place.", e);
    }
  }

  private static TemplateManifest manifest(
      TemplateChoices choices, BuildInputs inputs, ProvisionScript script, String setupScript) {
    Map<String, String> versions = new TreeMap<>();
    inputs.programs().forEach(p -> versions.put(p.source().command(), p.source().version()));
    return new TemplateManifest(
        1,
        Instant.now(),
        choices,
        inputs.image().location(),
        inputs.image().digest().toString(),
        versions,
        setupScript,
        script.packages());
  }

  /** After a success it is gone already; after a failure nothing of it may stay. */
  private static void discard(BuildVm vm) throws ExplainedException {
    if (!Files.exists(vm.folder().path(), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      vm.discard();
    } catch (InterruptedException e) {
      throw new CancelledException("Building the template");
    }
  }

  private String id() {
    var bytes = new byte[3];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
