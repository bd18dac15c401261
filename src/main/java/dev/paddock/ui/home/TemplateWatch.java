package dev.paddock.ui.home;

import dev.paddock.ui.kit.Background;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the window knows of the template; looked up again when somebody asks. FX thread only. */
public final class TemplateWatch {
  private final TemplateLookup lookup;
  private final Background background;
  private final ReadOnlyObjectWrapper<TemplateState> state =
      new ReadOnlyObjectWrapper<>(new TemplateState.Unknown());

  /** Nothing is looked up yet. */
  public TemplateWatch(TemplateLookup lookup, Background background) {
    this.lookup = lookup;
    this.background = background;
  }

  /** As it was when last looked up. */
  public ReadOnlyObjectProperty<TemplateState> state() {
    return state.getReadOnlyProperty();
  }

  /** Looks again, in the background. */
  public void refresh() {
    background.run(
        lookup::find,
        found ->
            state.set(
                found
                    .<TemplateState>map(TemplateState.Ready::new)
                    .orElseGet(TemplateState.Missing::new)),
        error -> state.set(new TemplateState.Broken(error)));
  }
}
