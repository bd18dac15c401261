package dev.paddock.session;

import dev.paddock.agent.StateLink;
import dev.paddock.base.AtomicFile;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.LineSocket;
import dev.paddock.project.StateFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the session's folders: the project's state folder, and the run folder with the socket at
 * which other processes talk to it. The lease itself is on disk before this step begins.
 */
final class LeaseStep implements Step {
  private final LaunchPlan plan;
  private final SessionHost host;
  private final RunFolder folder;
  private final UnaryOperator<String> answers;
  private @Nullable LineSocket control;

  LeaseStep(LaunchPlan plan, SessionHost host, RunFolder folder, UnaryOperator<String> answers) {
    this.plan = plan;
    this.host = host;
    this.folder = folder;
    this.answers = answers;
  }

  @Override
  public StepName name() {
    return StepName.LEASE;
  }

  @Override
  public void run(Consumer<String> progress) throws ExplainedException {
    Path path = folder.path();
    var state = new StateFolders(host.folders().agentVmState());
    state.create(plan.stateFolder(), StateLink.folders(plan.agent().stateLinks()));
    try {
      AtomicFile.privateFolder(path);
      control = LineSocket.serve(folder.control(), answers);
    } catch (IOException e) {
      throw new LeaseException(path, e);
    }
  }

  @Override
  public void undo() throws LeaseException {
    try {
      if (control != null) {
        control.close();
      }
      folder.delete();
    } catch (IOException e) {
      throw new LeaseException(folder.path(), e);
    }
  }
}
