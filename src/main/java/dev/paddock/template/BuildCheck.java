package dev.paddock.template;

import dev.paddock.base.ByteSize;
import dev.paddock.base.ExplainedException;

/** What must be so before a build begins. */
final class BuildCheck {
  private static final ByteSize MINIMAL_ROOM = ByteSize.ofGiB(4);
  private static final ByteSize FULL_ROOM = ByteSize.ofGiB(12);

  private final BuildHost host;

  BuildCheck(BuildHost host) {
    this.host = host;
  }

  void check(TemplateChoices choices) throws ExplainedException, InterruptedException {
    host.limactl().requireSupported();
    if (choices.diskGiB() < 5 || choices.diskGiB() > 2_000) {
      throw TemplateException.choice(
          "A disk of " + choices.diskGiB() + " GB is no use.",
          "A template needs 5 GB at least.",
          "Give a size between 5 and 2000, as in '--disk 30'.");
    }
    if (choices.memoryGiB() < 1 || choices.memoryGiB() > 1_000) {
      throw TemplateException.choice(
          choices.memoryGiB() + " GB of memory is no use.", "", "Give 1 GB at least.");
    }
    for (var agent : choices.agents()) {
      if (host.agents().find(agent).isEmpty()) {
        throw TemplateException.choice("There is no agent '" + agent + "'.", "", "");
      }
    }
    host.room().require(choices.minimal() ? MINIMAL_ROOM : FULL_ROOM);
  }
}
