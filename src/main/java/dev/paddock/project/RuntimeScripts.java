package dev.paddock.project;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.paddock.base.AtomicFile;
import dev.paddock.base.Json;
import dev.paddock.base.Sha256;
import dev.paddock.project.RuntimeScript.Approval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a project's start script and remembers which content of it was allowed: a guest can write
 * the file, so a change asks again.
 */
public final class RuntimeScripts {
  private static final Logger LOG = LoggerFactory.getLogger(RuntimeScripts.class);
  private static final String NAME = ".claude-vm.runtime.sh";

  private final Path approvals;

  /** Keeps what was allowed in this folder. */
  public RuntimeScripts(Path stateFolder) {
    approvals = stateFolder.resolve("runtime-scripts.json");
  }

  /** The project's script as it is now, or empty. */
  public Optional<RuntimeScript> find(Path project) {
    var path = project.resolve(NAME);
    return SmallFile.read(path)
        .map(text -> {
          var hash = Sha256.hex(text);
          var allowed = allowed().get(path.toString());
          var approval =
              allowed == null
                  ? Approval.NEW
                  : allowed.equals(hash) ? Approval.ALLOWED : Approval.CHANGED;
          return new RuntimeScript(path, text, hash, approval);
        });
  }

  /** Remembers that this content may run. */
  public synchronized void allow(RuntimeScript script) {
    var all = new TreeMap<>(allowed());
    all.put(script.path().toString(), script.sha256());
    try {
      AtomicFile.privateFolder(Path.of(String.valueOf(approvals.getParent())));
      AtomicFile.write(approvals, Json.mapper().writeValueAsBytes(all));
    } catch (IOException e) {
      LOG.warn("An approval could not be kept; it will be asked again", e);
    }
  }

  private Map<String, String> allowed() {
    if (!Files.exists(approvals)) {
      return Map.of();
    }
    try {
      return Json.mapper().readValue(approvals.toFile(), new TypeReference<>() {});
    } catch (IOException e) {
      LOG.warn("{} cannot be read; all scripts will be asked for again", approvals, e);
      return Map.of();
    }
  }
}
