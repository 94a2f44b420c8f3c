package city.wayside.edge.endpoint.mqtt.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Paces the TLS handshakes of one event loop; those that may not begin yet wait in the order in
/// which they came, and who is connected is served meanwhile however many return.
///
/// A handshake begins when those before it are nearly over: then it is over soon itself, and no
/// work is spent on one whose client has given up. A client that begins one and says no more holds
/// nobody up for long: it keeps its place, of which there are many, and loses its turn. Event loop
/// only.
public final class Handshakes {

  /// Handshakes that go on at a time.
  private static final int TURNS_MAX = 200;

  /// After so much time a handshake that is not over has lost its turn.
  private static final long TURN_MS_MAX = 2_000;

  /// Pieces of arithmetic that wait for the workers: enough to keep them busy, and done in less
  /// than a tenth of a second.
  private static final int TASKS_MAX = 16;

  /// Handshakes that begin before those who are connected are heard again: where TLS is BoringSSL's
  /// their arithmetic is done on the event loop, half a millisecond each.
  private static final int BEGUN_AT_ONCE_MAX = 4;

  private final int placesMax;
  private final EventLoop eventLoop;
  private final Executor workers;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final AtomicInteger tasks = new AtomicInteger();
  private volatile boolean isSomeoneWaiting;
  private int places;
  private int turns;
  private long failedCount;

  /// A handshake that may not begin yet.
  private record Waiting(Channel channel, Beginning beginning) {}

  /// Begins a handshake.
  @FunctionalInterface
  interface Beginning {

    /// Begins it.
    ///
    /// @param handshake to be told when it is over
    void begin(Handshake handshake);
  }

  /// Nothing under way.
  ///
  /// @param placesMax how many handshakes may be under way, those included that have lost their
  ///   turn
  /// @param eventLoop the event loop whose handshakes they are
  /// @param workers do the arithmetic, as far as it is not the event loop's
  public Handshakes(int placesMax, EventLoop eventLoop, Executor workers) {
    this.placesMax = placesMax;
    this.eventLoop = eventLoop;
    this.workers = workers;
  }

  /// One that is under way.
  final class Handshake {
    private final ScheduledFuture<?> patience;
    private boolean hasTurn = true;

    private Handshake() {
      places++;
      turns++;
      patience = eventLoop.schedule(this::loseTurn, TURN_MS_MAX, TimeUnit.MILLISECONDS);
    }

    private void loseTurn() {
      if (hasTurn) {
        hasTurn = false;
        turns--;
        beginNext();
      }
    }

    /// It is over.
    void ended(boolean isSuccess) {
      patience.cancel(false);
      places--;
      failedCount += isSuccess ? 0 : 1;
      if (hasTurn) {
        loseTurn();
      } else {
        beginNext();
      }
    }
  }

  /// Takes the arithmetic of the handshakes that have begun. Any thread.
  Executor workers() {
    return task -> {
      tasks.incrementAndGet();
      workers.execute(() -> {
        try {
          task.run();
        } finally {
          tasks.decrementAndGet();
          if (isSomeoneWaiting) {
            eventLoop.execute(this::beginNext);
          }
        }
      });
    };
  }

  /// Has a handshake begin now or when it is its turn; never if the channel is gone by then.
  void whenPermitted(Channel channel, Beginning beginning) {
    waiting.add(new Waiting(channel, beginning));
    beginNext();
  }

  private void beginNext() {
    // Said before the tasks are counted: a worker counts first, and looks then.
    isSomeoneWaiting = true;
    int begun = 0;
    while (mayBegin() && begun < BEGUN_AT_ONCE_MAX) {
      Waiting next = waiting.poll();
      if (next == null) {
        break;
      }
      if (next.channel().isActive()) {
        next.beginning().begin(new Handshake());
        begun++;
      }
    }
    isSomeoneWaiting = !waiting.isEmpty();
    if (begun == BEGUN_AT_ONCE_MAX && isSomeoneWaiting && mayBegin()) {
      eventLoop.execute(this::beginNext);
    }
  }

  private boolean mayBegin() {
    return turns < TURNS_MAX && places < placesMax && tasks.get() < TASKS_MAX;
  }

  /// How many handshakes have failed.
  public long failedCount() {
    return failedCount;
  }
}
