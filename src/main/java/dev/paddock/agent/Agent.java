package dev.paddock.agent;

import dev.paddock.credential.CredentialKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program that a session can run. Adding one is one class of this type and its line in {@link
 * Agents}.
 */
public interface Agent {

  /** The command's name, such as {@code claude}: lower-case letters, part of the VM's name. */
  String id();

  /** What people read, such as {@code Claude Code}. */
  String title();

  /** What is installed into the template, or nothing for a program that every VM has. */
  List<AgentPackage> packages();

  /** The command line and environment in the guest, for the arguments of a request. */
  AgentCommand command(List<String> arguments);

  /** Which of the host's credentials it uses. */
  Set<CredentialKind> credentials();

  /** Further variables, which hold placeholders or paths of the session. */
  Map<String, String> environment(GuestFacts facts);

  /** Settings, trust and placeholders that it wants to find in the guest. */
  List<GuestFile> guestFiles(GuestFacts facts);

  /** Where its history lies in the guest, and where that is kept on the host. */
  List<StateLink> stateLinks();
}
