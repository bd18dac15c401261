package dev.paddock.lima;

import dev.paddock.base.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * ssh's command lines for one guest: one master that connects, clients that only ever go through
 * it.
 *
 * <p>Nothing of the person's ssh configuration, agent or known hosts takes part.
 */
record GuestSsh(InstanceFolder folder, int port) {

  /** Connects, and holds the control socket until it is ended. */
  Command master() {
    var argv = base();
    options(
        argv,
        "ControlMaster=yes",
        "ControlPersist=no",
        "Hostname=127.0.0.1",
        "Port=" + port,
        "User=" + GuestUser.NAME,
        "IdentityFile=\"" + folder.home().identityFile() + "\"",
        "IdentitiesOnly=yes",
        "IdentityAgent=none",
        "PreferredAuthentications=publickey",
        "BatchMode=yes",
        // The port may belong to anybody once the VM is gone; the key tells our guest from others.
        "StrictHostKeyChecking=accept-new",
        "UserKnownHostsFile=\"" + folder.knownHosts() + "\"",
        "GlobalKnownHostsFile=/dev/null",
        "HostKeyAlias=" + folder.name(),
        "CheckHostIP=no",
        "UpdateHostKeys=no",
        "GSSAPIAuthentication=no",
        "Compression=no",
        // The bytes never leave this machine: what costs a slow guest the least comes first.
        "KexAlgorithms=^curve25519-sha256",
        "Ciphers=^aes128-gcm@openssh.com",
        "ConnectTimeout=30",
        "ServerAliveInterval=15",
        "ServerAliveCountMax=3",
        "ExitOnForwardFailure=yes");
    argv.addAll(List.of("-N", "-T", folder.name()));
    return Command.of(argv);
  }

  /** Asks the master whether it is there. */
  Command check() {
    return control("check", List.of());
  }

  /** Has the master open one more way from the guest to us; the exit code says whether it did. */
  Command forward(ReverseForward forward) {
    return control("forward", List.of("-R", forward.argument()));
  }

  /** Runs a command line in the guest, by the guest user's login shell. */
  Command client(String remote, boolean terminal) {
    var argv = client();
    argv.add(terminal ? "-tt" : "-T");
    argv.addAll(List.of("-e", "none", folder.name(), "--", remote));
    return Command.of(argv);
  }

  private Command control(String verb, List<String> more) {
    var argv = client();
    argv.addAll(List.of("-O", verb));
    argv.addAll(more);
    argv.add(folder.name());
    return Command.of(argv);
  }

  private List<String> client() {
    var argv = base();
    // Without its master ssh would try to connect by itself; this makes it fail instead.
    options(argv, "ControlMaster=no", "ProxyCommand=false");
    return argv;
  }

  private List<String> base() {
    var argv =
        new ArrayList<>(
            List.of("ssh", "-F", "/dev/null", "-a", "-x", "-S", folder.controlSocket().toString()));
    options(argv, "LogLevel=ERROR");
    return argv;
  }

  private static void options(List<String> argv, String... options) {
    for (var option : options) {
      argv.add("-o");
      argv.add(option);
    }
  }
}
