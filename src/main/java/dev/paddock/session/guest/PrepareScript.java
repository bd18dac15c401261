package dev.paddock.session.guest;

import dev.paddock.agent.GuestFile;
import dev.paddock.agent.StateLink;
import dev.paddock.base.Shell;
import dev.paddock.lima.GuestUser;
import dev.paddock.lima.SharedFolder;
import dev.paddock.lima.VmType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes the script that makes a fresh clone ready for its agent; it runs as root in the guest, and
 * its last call fills the home folder as the agent's own user.
 *
 * <p>The functions are in the resources {@code prepare.sh} and {@code home.sh}; this class adds one
 * call a line, each word quoted.
 */
public final class PrepareScript {
  private final StringBuilder calls = new StringBuilder();
  private final StringBuilder homeCalls = new StringBuilder();

  /** The guest's clock is set first: it has no other way to learn the time. */
  public PrepareScript(Instant now) {
    call(calls, "set_clock", Long.toString(now.getEpochSecond()));
  }

  /** Mounts a shared folder. */
  public PrepareScript mount(SharedFolder folder, VmType type) {
    calls.append(folder.mountScript(type));
    return call(calls, "open_path", folder.hostPath().toString());
  }

  /** Points all programs at the proxy and trusts its certificate authority. */
  public PrepareScript proxy(ProxyAccess proxy) {
    call(calls, "trust", proxy.caPem());
    return call(calls, "use_proxy", proxy.url());
  }

  /** Tells git who commits, and to use https where a remote says ssh. */
  public PrepareScript git(GitIdentity identity) {
    return call(calls, "git_identity", identity.name(), identity.email());
  }

  /** Keeps a place of the home folder in the project's state folder. */
  public PrepareScript link(Path stateFolder, StateLink link) {
    return call(
        homeCalls,
        "keep",
        link.home(),
        stateFolder.resolve(link.state()).toString(),
        link.folder() ? "folder" : "file");
  }

  /** Writes a file of the home folder. */
  public PrepareScript file(GuestFile file) {
    var function =
        switch (file.rule()) {
          case REPLACE -> "put";
          case ONCE -> "put_once";
          case MERGE_JSON -> "merge_json";
          case DEFAULTS_JSON -> "default_json";
          case LOGIN -> "put_login";
          case LOGINS_JSON -> "merge_logins";
          case PART -> "put_part";
        };
    return call(homeCalls, function, file.path(), file.content());
  }

  /** Installs the script that starts the agent, and the project's own one before it. */
  public PrepareScript launch(String launchScript, String runtimeScript) {
    call(calls, "install_script", GuestPaths.LAUNCH, launchScript);
    return call(calls, "install_script", GuestPaths.RUNTIME, runtimeScript);
  }

  /** The whole script, for bash. */
  public String text() {
    var all = new StringBuilder(resource("prepare.sh")).append(calls);
    call(all, "in_home", GuestUser.NAME, GuestUser.HOME, homeScript());
    return all.toString();
  }

  /** Its last part, which needs no root. */
  String homeScript() {
    return resource("home.sh") + homeCalls;
  }

  private PrepareScript call(StringBuilder script, String function, String... words) {
    // bash has no way to hold a zero byte, and skips it in scripts.
    var clean = Arrays.stream(words).map(w -> w.replace("\0", "")).toList();
    script.append(function).append(' ').append(Shell.join(clean)).append('\n');
    return this;
  }

  private static String resource(String name) {
    try (var in = PrepareScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
