package dev.paddock.session.guest;

import dev.paddock.agent.GuestFile;
import dev.paddock.agent.StateLink;
import dev.paddock.base.Shell;
import dev.paddock.lima.SharedFolder;
import dev.paddock.lima.VmType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Writes the script that makes a fresh clone ready for its agent; it runs as root in the guest.
 *
 * <p>The functions are in the resource {@code prepare.sh}; this class adds one call a line. Files
 * travel as base64, so no content can end or change the script.
 */
public final class PrepareScript {
  private final StringBuilder calls = new StringBuilder();

  /** The guest's clock is set first: it has no other way to learn the time. */
  public PrepareScript(Instant now) {
    call("set_clock", Long.toString(now.getEpochSecond()));
  }

  /** Mounts a shared folder. */
  public PrepareScript mount(SharedFolder folder, VmType type) {
    calls.append(folder.mountScript(type));
    return call("open_path", folder.hostPath().toString());
  }

  /** Points all programs at the proxy and trusts its certificate authority. */
  public PrepareScript proxy(ProxyAccess proxy) {
    return call("trust", base64(proxy.caPem())).call("use_proxy", proxy.url());
  }

  /** Tells git who commits, and to use https where a remote says ssh. */
  public PrepareScript git(GitIdentity identity) {
    return call("git_identity", identity.name(), identity.email());
  }

  /** Keeps a place of the home folder in the project's state folder. */
  public PrepareScript link(Path stateFolder, StateLink link) {
    return call(
        "keep",
        link.home(),
        stateFolder.resolve(link.state()).toString(),
        link.folder() ? "folder" : "file");
  }

  /** Writes a file of the home folder. */
  public PrepareScript file(GuestFile file) {
    return call(
        switch (file.rule()) {
          case REPLACE -> "put";
          case MERGE_JSON -> "merge_json";
        },
        file.path(),
        base64(file.content()));
  }

  /** Installs the script that starts the agent, and the project's own one before it. */
  public PrepareScript launch(String launchScript, String runtimeScript) {
    return call("install_script", GuestPaths.LAUNCH, base64(launchScript))
        .call("install_script", GuestPaths.RUNTIME, base64(runtimeScript));
  }

  /** The whole script, for bash. */
  public String text() {
    return functions() + calls;
  }

  private PrepareScript call(String function, String... words) {
    calls.append(function).append(' ').append(Shell.join(List.of(words))).append('\n');
    return this;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String functions() {
    try (var in = PrepareScript.class.getResourceAsStream("prepare.sh")) {
      if (in == null) {
        throw new IllegalStateException("prepare.sh is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
