package dev.paddock.proxy;

import dev.paddock.credential.CredentialKind;
import dev.paddock.fake.FakeCopilot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How each agent is started so that it asks before it acts, and how one gets through its run. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are those of List.of
enum RecordedAgent {
  CLAUDE(
      CredentialKind.CLAUDE,
      "--permission-mode default",
      "--dangerously-skip-permissions",
      "? for shortcuts",
      "Do you want to proceed"),
  CODEX(
      CredentialKind.CODEX,
      "--ask-for-approval on-request --sandbox read-only",
      "--dangerously-bypass-approvals-and-sandbox",
      "›",
      "Would you like to run"),
  OPENCODE(
      CredentialKind.CLAUDE,
      "--model anthropic/claude-sonnet-4-5",
      "",
      "Ask anything",
      "Permission required"),
  COPILOT(
      CredentialKind.COPILOT,
      "--model " + FakeCopilot.MODEL,
      "--yolo",
      "/ commands",
      "Do you want to run");

  private final CredentialKind kind;
  private final String arguments;
  private final String without;
  private final String ready;
  private final String question;

  RecordedAgent(
      CredentialKind kind, String arguments, String without, String ready, String question) {
    this.kind = kind;
    this.arguments = arguments;
    this.without = without;
    this.ready = ready;
    this.question = question;
  }

  static RecordedAgent named(String id) {
    return Arrays.stream(values()).filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  CredentialKind kind() {
    return kind;
  }

  /** Arguments beside those that Paddock gives. */
  List<String> arguments() {
    return List.of(arguments.split(" ", -1));
  }

  /** Arguments of Paddock's that keep the agent from asking. */
  List<String> without() {
    return List.of(without.split(" ", -1));
  }

  /** Can be read once the agent waits for its first prompt. */
  String ready() {
    return ready;
  }

  /** Can be read while the agent asks whether it may run the command. */
  String question() {
    return question;
  }

  /** The key that says yes: it is chosen at first. */
  String yes() {
    return "\r";
  }

  /** Typed to end the agent. */
  String leave() {
    return this == CODEX ? "/quit" : "/exit";
  }
}
