package dev.paddock.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files that are there whole or not at all, readable by their owner only. */
public final class AtomicFile {
  private static final FileAttribute<?> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.(\\d{1,18})-\\d*\\.tmp");

  private AtomicFile() {}

  /**
   * Writes beside the target, syncs, and moves into place: a crash or a full disk leaves the old
   * content. A symbolic link at the target is replaced, not followed.
   */
  public static void write(Path target, byte[] content) throws IOException {
    write(target, content, null);
  }

  /**
   * Replaces a file of another program's: as {@link #write}, but keeps its mode, follows a symbolic
   * link to what it names, and syncs the folder, so that the new content outlives a power cut.
   *
   * @throws java.nio.file.NoSuchFileException where there is no such file
   */
  public static void replace(Path existing, byte[] content) throws IOException {
    var target = existing.toRealPath();
    write(target, content, Files.getPosixFilePermissions(target));
    try (var folder = FileChannel.open(Objects.requireNonNull(target.getParent()))) {
      folder.force(true);
    }
  }

  private static void write(Path target, byte[] content, @Nullable Set<PosixFilePermission> mode)
      throws IOException {
    var folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not a file: " + target);
    }
    var prefix = "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-";
    var temporary = Files.createTempFile(folder, prefix, ".tmp", OWNER_FILE);
    try {
      try (var channel =
          FileChannel.open(
              temporary, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        if (mode != null) {
          Files.setPosixFilePermissions(temporary, mode);
        }
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Removes what a process left in a folder that was killed while it wrote there. */
  public static void removeLeftovers(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (var file : files) {
        var match = TEMPORARY.matcher(file.getFileName().toString());
        if (match.matches() && !alive(match.group(1))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean alive(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
  }

  /**
   * Makes a folder and its missing parents, for the owner only; one that is there is closed to
   * others. Throws IOException also where it belongs to somebody else.
   */
  public static Path privateFolder(Path folder) throws IOException {
    Files.createDirectories(folder, OWNER_DIRECTORY);
    if (!Files.getPosixFilePermissions(folder).equals(OWNER_DIRECTORY.value())) {
      Files.setPosixFilePermissions(folder, OWNER_DIRECTORY.value());
    }
    return folder;
  }
}
