package dev.paddock.template;

import dev.paddock.base.AppFolders;
import dev.paddock.base.AtomicFile;
import dev.paddock.base.Json;
import dev.paddock.lima.InstanceFolder;
import dev.paddock.lima.LimaHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which template is the current one.
 *
 * <p>A template is a Lima instance {@code template-<date>-<id>} that never runs: its disk, and its
 * manifest {@code paddock-template.json}. What agent-vm calls {@code claude-template} is the one
 * that {@code template.json} in the state folder names; the next one is built beside it and takes
 * its place in one step.
 */
public final class TemplateStore {
  static final String MANIFEST = "paddock-template.json";
  private final Path pointer;
  private final LimaHome home;

  /** The templates of this user. */
  public TemplateStore(AppFolders folders) {
    pointer = folders.state().resolve("template.json");
    home = new LimaHome(folders.lima());
  }

  /**
   * The current template, or empty where none was built yet.
   *
   * @throws TemplateException where its files are not what they were
   */
  public Optional<Template> current() throws TemplateException {
    var read = pointer();
    return read.isEmpty() ? Optional.empty() : Optional.of(checked(read.get()));
  }

  /**
   * The current template.
   *
   * @throws TemplateException where there is none, or it is damaged
   */
  public Template require() throws TemplateException {
    return current().orElseThrow(TemplateException::missing);
  }

  /** The name of the current template, damaged or not, or empty. */
  Optional<String> currentName() throws TemplateException {
    return pointer().map(Pointer::name);
  }

  /** Makes a template the current one. */
  void makeCurrent(Template template) throws TemplateException {
    try {
      var disk = new InstanceFolder(template.folder()).disk();
      var content = new Pointer(1, template.name(), Files.size(disk));
      AtomicFile.privateFolder(Path.of(String.valueOf(pointer.getParent())));
      AtomicFile.write(pointer, Json.mapper().writeValueAsBytes(content));
    } catch (IOException e) {
      throw TemplateException.file("The new template could not be made the current one.", e);
    }
  }

  private Optional<Pointer> pointer() throws TemplateException {
    if (Files.notExists(pointer)) {
      return Optional.empty();
    }
    try {
      var read = Json.mapper().readValue(pointer.toFile(), Pointer.class);
      home.instance(read.name());
      return Optional.of(read);
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      throw TemplateException.damaged("", "The file " + pointer + " cannot be read.", e);
    }
  }

  private Template checked(Pointer read) throws TemplateException {
    var folder = home.instance(read.name());
    var disk = folder.disk();
    if (!folder.exists() || !Files.isRegularFile(disk, LinkOption.NOFOLLOW_LINKS)) {
      throw TemplateException.damaged(read.name(), "Its disk is missing.", null);
    }
    try {
      if (Files.size(disk) != read.diskBytes()) {
        throw TemplateException.damaged(
            read.name(), "Its disk has another size than when it was built.", null);
      }
      return new Template(read.name(), folder.path(), manifest(folder));
    } catch (IOException e) {
      throw TemplateException.damaged(read.name(), "Its files cannot be read.", e);
    }
  }

  private static TemplateManifest manifest(InstanceFolder folder) throws IOException {
    var manifest =
        Json.mapper().readValue(folder.path().resolve(MANIFEST).toFile(), TemplateManifest.class);
    if (manifest == null) {
      throw new IOException("empty manifest");
    }
    return manifest;
  }

  /**
   * The file that names the current template.
   *
   * @param version of this file's form
   * @param name of the Lima instance
   * @param diskBytes size of its disk, which is never written again
   */
  private record Pointer(int version, String name, long diskBytes) {}
}
