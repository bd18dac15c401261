package dev.paddock.doctor;

import dev.paddock.credential.CredentialStatus;
import java.util.function.Supplier;

/** Whether somebody is signed in on this machine, so that agents in VMs can work. */
record LoginCheck(Supplier<CredentialStatus> login) implements Check {

  @Override
  public String id() {
    return "login";
  }

  @Override
  public String title() {
    return "Claude login";
  }

  @Override
  public Finding look() {
    var status = login.get();
    return status.state() == CredentialStatus.State.PRESENT
        ? Finding.ok(id(), title(), status.text())
        : new Finding(
            id(),
            title(),
            Finding.Status.WARN,
            status.text(),
            "Sign in with Claude Code on this machine; the VM gets only a placeholder.",
            "claude");
  }
}
