package dev.paddock.lima;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.Command;
import dev.paddock.base.CommandException;
import dev.paddock.base.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Makes an instance from a stopped one in a moment: its disk is an empty layer over the other's,
 * which must never be written again.
 *
 * <p>The clone's SSH host keys and host name become its own at its first boot, for Lima gives
 * cloud-init a new instance id each time.
 */
public final class OverlayClone {
  private static final Duration COPY_LIMIT = Duration.ofMinutes(10);

  private final Commands commands;
  private final Limactl limactl;

  /** Clones instances of {@code limactl}'s home. */
  public OverlayClone(Commands commands, Limactl limactl) {
    this.commands = commands;
    this.limactl = limactl;
  }

  /**
   * Makes the clone; it is there whole or not at all.
   *
   * @param template name of an instance that does not run
   * @param name of the clone, not in use
   */
  public InstanceFolder create(String template, String name, CloneSettings settings)
      throws LimaException, InterruptedException {
    limactl.home().requireUsable(name);
    var from = limactl.home().instance(template);
    var to = limactl.home().instance(name);
    if (!from.exists()) {
      throw new LimaException.Missing(template);
    }
    if (Files.exists(to.path())) {
      throw new LimaException.Failed("clone", name, "There is a VM of that name already.", "");
    }
    try {
      if (LimaYaml.read(from.limaYaml()).path("vmType").asText().equals(VmType.VZ.limaName())) {
        copyVz(template, to, settings);
      } else {
        layOver(from, to, settings);
      }
      return to;
    } catch (IOException e) {
      undo(name);
      throw new LimaException.Disk("The VM " + name + " could not be made from its template", e);
    } catch (LimaException | InterruptedException | RuntimeException e) {
      undo(name);
      throw e;
    }
  }

  /** Removes what {@link #create} made, also half of it; the clone must not run. */
  public void undo(String name) throws LimaException {
    var folder = limactl.home().instance(name);
    FileTrees.delete(folder.draft());
    FileTrees.delete(folder.path());
  }

  private void layOver(InstanceFolder from, InstanceFolder to, CloneSettings settings)
      throws IOException, LimaException, InterruptedException {
    FileTrees.delete(to.draft());
    var draft = new InstanceFolder(AtomicFile.privateFolder(to.draft()));
    overlay(from.disk(), draft.disk());
    for (var file : from.bootFiles()) {
      if (Files.exists(file)) {
        link(file, draft.path().resolve(file.getFileName()));
      }
    }
    copy(from.limaVersion(), draft.limaVersion());
    if (Files.exists(from.cloudConfig())) {
      copy(from.cloudConfig(), draft.cloudConfig());
    }
    new QemuArguments(settings.restrictNetwork(), settings.folders()).write(draft);
    configure(from.limaYaml(), draft.limaYaml(), VmType.QEMU, settings);
    Files.move(draft.path(), to.path(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void copyVz(String template, InstanceFolder to, CloneSettings settings)
      throws IOException, LimaException, InterruptedException {
    limactl.copy(template, to.name(), COPY_LIMIT);
    configure(to.limaYaml(), to.limaYaml(), VmType.VZ, settings);
  }

  private static void configure(Path from, Path to, VmType type, CloneSettings settings)
      throws IOException {
    var yaml = LimaYaml.read(from);
    yaml.put("cpus", settings.cpus()).put("memory", settings.memory().mebibytes() + "MiB");
    LimaYaml.setNameResolution(yaml, type, false);
    if (type == VmType.VZ) {
      LimaYaml.setFolders(yaml, settings.folders());
    }
    LimaYaml.write(to, yaml);
  }

  private void overlay(Path base, Path disk) throws LimaException, InterruptedException {
    try {
      var result =
          commands.run(
              Command.of(
                  "qemu-img",
                  "create",
                  "-q",
                  "-f",
                  "qcow2",
                  "-F",
                  "qcow2",
                  "-b",
                  base.toString(),
                  disk.toString()));
      if (!result.succeeded()) {
        var tail = new LogTail();
        tail.addAll(result.errors());
        throw new LimaException.Failed("clone", "disk", tail.reason(), tail.text());
      }
    } catch (CommandException e) {
      throw new LimaException.Failed(
          "clone", "disk", e.explain().what() + " It comes with QEMU.", e.explain().lines());
    }
  }

  /** Boot files are never written again, so both instances can have the same one. */
  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (IOException | UnsupportedOperationException e) {
      copy(from, to);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
