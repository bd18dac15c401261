package dev.paddock.ui.terminal;

import dev.paddock.session.AgentConsole;
import javafx.scene.layout.Region;

/** A pane that shows one agent's terminal. FX thread only. */
public interface AgentPane extends AutoCloseable {

  /** Its node, always the same; resizable. */
  Region node();

  /** The console that runs an agent in this pane. */
  AgentConsole console();

  /** Puts the keyboard focus into the terminal. */
  void focus();

  /** The rows on screen as text, for screen readers and tests. Any thread. */
  String screen();

  @Override
  void close();
}
