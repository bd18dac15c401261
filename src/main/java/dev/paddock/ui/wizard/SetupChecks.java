package dev.paddock.ui.wizard;

import dev.paddock.base.ExplainedException;
import java.util.List;

/** Looks at this computer before a template is built. */
@FunctionalInterface
public interface SetupChecks {

  /** All checks, in the order in which people read them; blocks. */
  List<SetupCheck> run() throws ExplainedException, InterruptedException;
}
