package dev.paddock.session;

import dev.paddock.base.AtomicFile;
import dev.paddock.base.LineSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the session's run folder with the socket at which other processes ask it to stop. The lease
 * itself is on disk before this step begins.
 */
final class LeaseStep implements Step {
  private final RunFolder folder;
  private final Runnable stop;
  private @Nullable LineSocket control;

  LeaseStep(RunFolder folder, Runnable stop) {
    this.folder = folder;
    this.stop = stop;
  }

  @Override
  public StepName name() {
    return StepName.LEASE;
  }

  @Override
  public void run(Consumer<String> progress) throws LeaseException {
    Path path = folder.path();
    try {
      AtomicFile.privateFolder(path);
      control = LineSocket.serve(folder.control(), this::answer);
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

  private String answer(String line) {
    if (line.equals(RunFolder.STOP)) {
      stop.run();
      return RunFolder.OK;
    }
    return "unknown";
  }
}
