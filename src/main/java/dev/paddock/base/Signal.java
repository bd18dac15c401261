package dev.paddock.base;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that changes and can be watched, without a toolkit.
 *
 * <p>An observer gets the current value at once, on the thread that subscribes, and each later one
 * on the thread that sets it; calls never overlap, so observers must be quick. All methods may be
 * called from any thread.
 *
 * @param <T> an immutable type
 */
public final class Signal<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Signal.class);

  private final List<Consumer<? super T>> observers = new CopyOnWriteArrayList<>();
  private T value;

  /** A signal with its first value. */
  public Signal(T first) {
    value = first;
  }

  /** The current value. */
  public synchronized T get() {
    return value;
  }

  /** Sets the value and tells every observer; an equal value is not told again. */
  public synchronized void set(T next) {
    if (next.equals(value)) {
      return;
    }
    value = next;
    observers.forEach(o -> tell(o, next));
  }

  /** What one observer does wrong is nobody else's trouble, least of all that of who sets. */
  private void tell(Consumer<? super T> observer, T next) {
    try {
      observer.accept(next);
    } catch (RuntimeException e) {
      LOG.error("An observer failed", e);
    }
  }

  /** Replaces the value by a function of it, atomically. */
  public synchronized T update(UnaryOperator<T> change) {
    set(change.apply(value));
    return value;
  }

  /** Sets the value only where the current one equals {@code expected}; says whether it did. */
  public synchronized boolean compareAndSet(T expected, T next) {
    if (!value.equals(expected)) {
      return false;
    }
    set(next);
    return true;
  }

  /**
   * Watches from now on, beginning with the current value. Once the subscription is closed the
   * observer is not running any more, unless it closed it itself.
   */
  public synchronized Subscription subscribe(Consumer<? super T> observer) {
    observers.add(observer);
    observer.accept(value);
    return () -> {
      synchronized (this) {
        observers.remove(observer);
      }
    };
  }
}
