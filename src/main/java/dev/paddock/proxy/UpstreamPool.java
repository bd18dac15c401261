package dev.paddock.proxy;

import dev.paddock.proxy.connect.Route;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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

  /** On each event loop; a guest can name as many servers as it likes. */
  private static final int MOST = 64;

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

    /** The one that was given last is the last. */
    private final Deque<ServerConnection> idle = new ArrayDeque<>();

    private boolean sweeping;

    Shelf(EventLoop loop) {
      this.loop = loop;
    }

    @Nullable ServerConnection take(Route route, Duration idleAtMost) {
      for (var each = idle.descendingIterator(); each.hasNext(); ) {
        var connection = each.next();
        if (!connection.usable(LONGEST_IDLE)) {
          each.remove();
          connection.close();
        } else if (connection.route().equals(route)) {
          if (!connection.usable(idleAtMost)) {
            return null;
          }
          each.remove();
          return connection;
        }
      }
      return null;
    }

    void put(ServerConnection connection) {
      if (closed || !connection.usable(LONGEST_IDLE)) {
        connection.close();
        return;
      }
      idle.addLast(connection);
      if (idle.size() > MOST) {
        idle.removeFirst().close();
      }
      if (!sweeping) {
        sweeping = true;
        loop.schedule(this::sweep, SWEEP_SECONDS, TimeUnit.SECONDS);
      }
    }

    void clear() {
      idle.forEach(ServerConnection::close);
      idle.clear();
    }

    private void sweep() {
      idle.removeIf(connection -> {
        boolean over = closed || !connection.usable(LONGEST_IDLE);
        if (over) {
          connection.close();
        }
        return over;
      });
      sweeping = !idle.isEmpty();
      if (sweeping) {
        loop.schedule(this::sweep, SWEEP_SECONDS, TimeUnit.SECONDS);
      }
    }
  }
}
