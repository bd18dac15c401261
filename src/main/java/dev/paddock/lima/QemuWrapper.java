package dev.paddock.lima;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.Shell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The script that Lima runs in place of QEMU: it adds what {@link QemuArguments} wrote for the VM,
 * and refuses to start a VM that nothing was written for.
 */
public final class QemuWrapper {
  private static final String RESOURCE = "paddock-qemu";

  private final Path script;
  private final Map<String, String> environment;

  /**
   * A wrapper in a folder of ours.
   *
   * @param environment of this process; a QEMU that it names for Lima is what the wrapper runs
   */
  public QemuWrapper(Path folder, Map<String, String> environment) {
    this.script = folder.toAbsolutePath().resolve(RESOURCE);
    this.environment = Map.copyOf(environment);
  }

  /** Puts the script in place where it is missing or differs. */
  public Path install() throws LimaException.Disk {
    try (var resource = QemuWrapper.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("the program is incomplete: no " + RESOURCE);
      }
      var wanted = resource.readAllBytes();
      if (!inPlace(wanted)) {
        write(wanted);
      }
      return script;
    } catch (IOException e) {
      throw new LimaException.Disk("The QEMU wrapper could not be written to " + script, e);
    }
  }

  /** What Lima's environment needs, so that it runs the script, and the script the real QEMU. */
  Map<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    var name = "QEMU_SYSTEM_" + (Arch.host() == Arch.X86_64 ? "X86_64" : "AARCH64");
    // Lima splits the value like a shell.
    var ours = Shell.quote(script.toString());
    var before = environment.getOrDefault(name, "");
    variables.put(name, ours);
    if (!before.isEmpty() && !before.equals(ours)) {
      variables.put("PADDOCK_QEMU", before);
    }
    return variables;
  }

  private boolean inPlace(byte[] wanted) throws IOException {
    return Files.isRegularFile(script, LinkOption.NOFOLLOW_LINKS)
        && Files.isExecutable(script)
        && Files.size(script) == wanted.length
        && Arrays.equals(Files.readAllBytes(script), wanted);
  }

  private void write(byte[] wanted) throws IOException {
    var folder = AtomicFile.privateFolder(script.resolveSibling(""));
    var permissions =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
    var draft = Files.createTempFile(folder, "." + RESOURCE, ".tmp", permissions);
    try {
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(wanted));
        channel.force(true);
      }
      Files.move(
          draft, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
