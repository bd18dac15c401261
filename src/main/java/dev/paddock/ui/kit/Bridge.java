package dev.paddock.ui.kit;

import dev.paddock.base.Signal;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one way from a signal, set on any thread, to a property of the FX thread. */
public final class Bridge {
  private Bridge() {}

  /**
   * A property that follows the signal for a lifetime. Values that come faster than the FX thread
   * takes them are skipped; the last one always arrives.
   *
   * @param ui runs tasks on the FX thread, in order
   */
  public static <T> ReadOnlyObjectProperty<T> observe(
      Signal<T> signal, Executor ui, Lifetime lifetime) {
    var property = new ReadOnlyObjectWrapper<>(signal.get());
    var pending = new AtomicBoolean();
    Runnable refresh =
        () -> {
          pending.set(false);
          if (!lifetime.isOver()) {
            property.set(signal.get());
          }
        };
    lifetime.add(
        signal.subscribe(value -> {
          if (pending.compareAndSet(false, true)) {
            ui.execute(refresh);
          }
        }));
    return property.getReadOnlyProperty();
  }
}
