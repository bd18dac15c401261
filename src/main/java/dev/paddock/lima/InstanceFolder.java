package dev.paddock.lima;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of a Lima instance: Lima's files in it, and ours, whose names begin with {@code
 * paddock-}.
 *
 * @param path absolute
 */
public record InstanceFolder(Path path) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PID = Pattern.compile("[1-9][0-9]{0,9}");

  static boolean validName(String name) {
    return name.length() <= 40 && NAME.matcher(name).matches();
  }

  static String checkedName(String name) {
    if (!validName(name)) {
      throw new IllegalArgumentException("not an instance name");
    }
    return name;
  }

  /** The instance's name. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Lima's home, where the folder lies. */
  public LimaHome home() {
    var parent = path.getParent();
    if (parent == null) {
      throw new IllegalStateException("an instance lies in a folder");
    }
    return new LimaHome(parent);
  }

  /** Whether Lima knows the instance: it goes by the configuration file. */
  public boolean exists() {
    return Files.isRegularFile(limaYaml(), LinkOption.NOFOLLOW_LINKS);
  }

  /** The instance's configuration. */
  public Path limaYaml() {
    return path.resolve("lima.yaml");
  }

  /** The version of Lima that made the instance; decides about defaults. */
  public Path limaVersion() {
    return path.resolve("lima-version");
  }

  /** What cloud-init is told; Lima writes it when it makes an instance. */
  public Path cloudConfig() {
    return path.resolve("cloud-config.yaml");
  }

  /** The VM's disk. */
  public Path disk() {
    return path.resolve("disk");
  }

  /** Kernel, its command line, initial RAM disk and firmware: never written once they are there. */
  public List<Path> bootFiles() {
    return List.of(
        path.resolve("kernel"),
        path.resolve("kernel.cmdline"),
        path.resolve("initrd"),
        path.resolve("qemu-efi-code.fd"));
  }

  /** What Lima's host agent said. */
  public Path hostAgentLog() {
    return path.resolve("ha.stderr.log");
  }

  /** What our QEMU wrapper shall add; without it the wrapper refuses to start the VM. */
  public Path qemuArguments() {
    return path.resolve("paddock-qemu.args");
  }

  /** What QEMU said on standard error. */
  public Path qemuLog() {
    return path.resolve("paddock-qemu.log");
  }

  /** The guest's host key, learnt at the first connection after its start. */
  public Path knownHosts() {
    return path.resolve("paddock-known-hosts");
  }

  /** The socket of our ssh connection. */
  public Path controlSocket() {
    return path.resolve("paddock-ssh.sock");
  }

  /** The longest socket path: ssh appends 17 characters while it makes its socket. */
  Path longestSocket() {
    return path.resolve(controlSocket().getFileName() + ".1234567890123456");
  }

  /** Where the folder is put together before it gets its name; Lima skips names with a dot. */
  Path draft() {
    return path.resolveSibling("." + name() + ".new");
  }

  /** The VM's own process (QEMU, or Lima's driver for vz) by its pid file, where it is alive. */
  public Optional<ProcessHandle> vmProcess() {
    return List.of("qemu.pid", "vz.pid").stream()
        .flatMap(file -> processIn(path.resolve(file)).stream())
        .findFirst();
  }

  private static Optional<ProcessHandle> processIn(Path pidFile) {
    try {
      var text = Files.readString(pidFile, StandardCharsets.US_ASCII).strip();
      return PID.matcher(text).matches()
          ? ProcessHandle.of(Long.parseLong(text)).filter(ProcessHandle::isAlive)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
