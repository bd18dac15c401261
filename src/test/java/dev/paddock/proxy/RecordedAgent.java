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
      List.of("--permission-mode", "default"),
      List.of("--dangerously-skip-permissions"),
      "? for shortcuts",
      "Do you want to proceed"),
  CODEX(
      CredentialKind.CODEX,
      List.of("--ask-for-approval", "on-request", "--sandbox", "read-only"),
      List.of("--dangerously-bypass-approvals-and-sandbox"),
      "›",
      "Would you like to run"),
  OPENCODE(
      CredentialKind.CLAUDE,
      List.of("--model", "anthropic/claude-sonnet-4-5"),
      List.of(),
      "Ask anything",
      "Permission required"),
  COPILOT(
      CredentialKind.COPILOT,
      List.of("--model", FakeCopilot.MODEL),
      List.of("--yolo"),
      "/ commands",
      "Do you want to run");

  private final CredentialKind kind;
  private final List<String> arguments;
  private final List<String> without;
  private final String ready;
  private final String question;

  RecordedAgent(
      CredentialKind kind,
      List<String> arguments,
      List<String> without,
      String ready,
      String question) {
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
    return arguments;
  }

  /** Arguments of Paddock's that keep the agent from asking. */
  List<String> without() {
    return without;
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

  /** Ends the agent as a person would. */
  void leave(RecordedRun run) throws InterruptedException {
    switch (this) {
      case CLAUDE, COPILOT -> {
        run.type("/exit");
        run.mark("leaving");
        run.press("\r");
      }
      case CODEX -> {
        run.type("/quit");
        run.mark("leaving");
        run.press("\r");
      }
      case OPENCODE -> {
        run.type("/exit");
        run.mark("leaving");
        run.press("\r");
      }
    }
  }
}
