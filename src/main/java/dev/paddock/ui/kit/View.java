package dev.paddock.ui.kit;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A part of the window: its nodes are made in the constructor; it watches its view model only
 * between {@link #attach} and {@link #detach}, which whoever shows it calls. FX thread only.
 */
public abstract class View {
  private @Nullable Lifetime lifetime;

  /** Its outermost node, always the same. */
  public abstract Region root();

  /** Binds nodes to the view model; everything is to be registered with the lifetime. */
  protected abstract void onAttach(Lifetime lifetime);

  /** Puts the keyboard's focus where work goes on in it, if anywhere; it is on screen by then. */
  public void focus() {}

  /** Begins to watch; does nothing where it does so already. */
  public final void attach() {
    if (lifetime == null) {
      var begun = new Lifetime();
      lifetime = begun;
      onAttach(begun);
    }
  }

  /** Stops watching. */
  public final void detach() {
    var begun = lifetime;
    lifetime = null;
    if (begun != null) {
      begun.close();
    }
  }
}
