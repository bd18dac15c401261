package dev.paddock.base;

/** Ends an observation; closing it twice does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
