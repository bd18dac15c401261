package dev.paddock.ui.session;

import dev.paddock.session.AgentConsole;
import javafx.scene.layout.Region;

/** The pane in which one agent's terminal is shown. Its node belongs to the FX thread. */
public interface TerminalPane extends AutoCloseable {

  /** Its node, always the same; resizable. */
  Region node();

  /** The console that a session runs its agent on; shows it in this pane. */
  AgentConsole console();

  /** Puts the keyboard focus into the terminal. */
  void focus();

  /** Lets go of what the pane holds; the node is not shown again. */
  @Override
  void close();
}
