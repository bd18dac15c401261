package dev.paddock.session;

import dev.paddock.project.RuntimeScript;
import dev.paddock.project.RuntimeScripts;
import java.util.Optional;

/** Decides whether a project's own script runs: at once, after a question, or not. */
final class RuntimeApproval {
  private final RuntimeScripts scripts;
  private final ScriptApproval person;

  RuntimeApproval(RuntimeScripts scripts, ScriptApproval person) {
    this.scripts = scripts;
    this.person = person;
  }

  /** The script where it may run; exactly this text, whatever becomes of the file. */
  Optional<RuntimeScript> allowed(Optional<RuntimeScript> script) throws InterruptedException {
    if (script.isEmpty() || script.get().approval() == RuntimeScript.Approval.ALLOWED) {
      return script;
    }
    if (!person.allow(script.get())) {
      return Optional.empty();
    }
    scripts.allow(script.get());
    return script;
  }
}
