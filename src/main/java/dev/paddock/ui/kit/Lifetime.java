package dev.paddock.ui.kit;

import dev.paddock.base.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The time for which a view is on screen. Everything that it watches is collected here and let go
 * of, last first, when the time is over. FX thread only.
 */
public final class Lifetime implements Subscription {
  private final Deque<Subscription> owned = new ArrayDeque<>();
  private boolean over;

  /** Whether it has ended. */
  public boolean isOver() {
    return over;
  }

  /** Closes the subscription at the end of this time; at once when it is over already. */
  public void add(Subscription subscription) {
    if (over) {
      subscription.close();
    } else {
      owned.push(subscription);
    }
  }

  /** Keeps the target equal to the source. */
  public <T> void bind(Property<T> target, ObservableValue<? extends T> source) {
    target.bind(source);
    add(target::unbind);
  }

  /** Keeps both equal, beginning with the model's value. */
  public <T> void bindBoth(Property<T> target, Property<T> model) {
    target.bindBidirectional(model);
    add(() -> target.unbindBidirectional(model));
  }

  /** Calls the action now and after every change. */
  public <T> void watch(ObservableValue<T> value, Consumer<? super T> action) {
    var subscription = value.subscribe(action);
    add(subscription::unsubscribe);
  }

  /** Calls the action after every change, not now. */
  public <T> void onChange(ObservableValue<T> value, Runnable action) {
    var subscription = value.subscribe((before, after) -> action.run());
    add(subscription::unsubscribe);
  }

  /** Calls the action now and after every change of the list. */
  public <T> void watchList(ObservableList<T> list, Runnable action) {
    onListChange(list, action);
    action.run();
  }

  /** Calls the action after every change of the list, not now. */
  public <T> void onListChange(ObservableList<T> list, Runnable action) {
    ListChangeListener<T> listener = change -> action.run();
    list.addListener(listener);
    add(() -> list.removeListener(listener));
  }

  @Override
  public void close() {
    over = true;
    while (!owned.isEmpty()) {
      owned.pop().close();
    }
  }
}
