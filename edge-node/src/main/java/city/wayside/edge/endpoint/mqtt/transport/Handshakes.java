package city.wayside.edge.endpoint.mqtt.transport;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// Paces the TLS handshakes of one event loop: so many at once, the others wait in the order in
/// which they came. Their arithmetic is done by a few workers, so that those who are connected are
/// served meanwhile however many return. Event loop only.
public final class Handshakes {

  private final int atOnceMax;
  private final Executor workers;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int atOnce;
  private long failedCount;

  /// Nothing under way.
  ///
  /// @param atOnceMax how many handshakes may be under way
  /// @param workers do the arithmetic
  public Handshakes(int atOnceMax, Executor workers) {
    this.atOnceMax = atOnceMax;
    this.workers = workers;
  }

  Executor workers() {
    return workers;
  }

  /// Has a handshake begin now or when there is room; never if the channel is gone by then.
  void whenPermitted(Channel channel, Runnable begin) {
    waiting.add(() -> {
      if (channel.isActive()) {
        atOnce++;
        begin.run();
      }
    });
    beginNext();
  }

  private void beginNext() {
    while (atOnce < atOnceMax) {
      Runnable next = waiting.poll();
      if (next == null) {
        return;
      }
      next.run();
    }
  }

  /// A handshake has ended.
  void ended(boolean isSuccess) {
    atOnce--;
    if (!isSuccess) {
      failedCount++;
    }
    beginNext();
  }

  /// How many handshakes have failed.
  public long failedCount() {
    return failedCount;
  }
}
