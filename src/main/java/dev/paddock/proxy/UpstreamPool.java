package dev.paddock.proxy;

import dev.paddock.proxy.connect.Route;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one listener that wait for their route's next request: clients that open a
 * connection for every request do not pay for the server's TLS each time. Sessions never share one.
 *
 * <p>Connections stay on their event loop, where {@link #take} and {@link #give} are called.
 */
final class UpstreamPool implements AutoCloseable {
  /** Servers keep an idle connection for longer than this, as a rule for a minute or more. */
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

  private static final int MOST_OF_A_ROUTE = 32;
  private static final long SWEEP_SECONDS = 10;

  private final Map<EventLoop, Shelf> shelves = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * The connection that was used last, for a request that may be sent again should the server have
   * ended it meanwhile; null where there is none.
   */
  @Nullable ServerConnection take(Route route, EventLoop loop) {
    return take(route, loop, LONGEST_IDLE);
  }

  /** The same, but only one that was idle for a short time. */
  @Nullable ServerConnection take(Route route, EventLoop loop, Duration idleAtMost) {
    var shelf = shelves.get(loop);
    return shelf == null ? null : shelf.take(route, idleAtMost);
  }

  /** Keeps a connection whose answer is through, or closes it. */
  void give(ServerConnection connection) {
    connection.giveBack();
    shelves
        .computeIfAbsent(connection.channel().eventLoop(), loop -> new Shelf(loop))
        .put(connection);
  }

  /** Ends all idle connections, and those to come when they are given back. */
  @Override
  public void close() {
    closed = true;
    shelves.forEach((loop, shelf) -> {
      if (!loop.isShuttingDown()) {
        loop.execute(shelf::clear);
      }
    });
  }

  /** Used by one event loop. */
  private final class Shelf {
    private final EventLoop loop;
    private final Map<Route, Deque<ServerConnection>> idle = new HashMap<>();
    private boolean sweeping;

    Shelf(EventLoop loop) {
      this.loop = loop;
    }

    @Nullable ServerConnection take(Route route, Duration idleAtMost) {
      var waiting = idle.get(route);
      var last = waiting == null ? null : waiting.peekLast();
      while (waiting != null && last != null && !last.usable(LONGEST_IDLE)) {
        waiting.removeLast().close();
        last = waiting.peekLast();
      }
      return waiting == null || last == null || !last.usable(idleAtMost)
          ? null
          : waiting.removeLast();
    }

    void put(ServerConnection connection) {
      var waiting = idle.computeIfAbsent(connection.route(), r -> new ArrayDeque<>());
      if (closed || waiting.size() == MOST_OF_A_ROUTE || !connection.usable(LONGEST_IDLE)) {
        connection.close();
        return;
      }
      waiting.addLast(connection);
      if (!sweeping) {
        sweeping = true;
        loop.schedule(this::sweep, SWEEP_SECONDS, TimeUnit.SECONDS);
      }
    }

    void clear() {
      idle.values().forEach(waiting -> waiting.forEach(ServerConnection::close));
      idle.clear();
    }

    private void sweep() {
      idle.values()
          .forEach(waiting ->
              waiting.removeIf(connection -> {
                boolean over = closed || !connection.usable(LONGEST_IDLE);
                if (over) {
                  connection.close();
                }
                return over;
              }));
      idle.values().removeIf(Deque::isEmpty);
      sweeping = !idle.isEmpty();
      if (sweeping) {
        loop.schedule(this::sweep, SWEEP_SECONDS, TimeUnit.SECONDS);
      }
    }
  }
}
