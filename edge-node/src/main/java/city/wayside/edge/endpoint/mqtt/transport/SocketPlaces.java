package city.wayside.edge.endpoint.mqtt.transport;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How many sockets there may be, over all doors and event loops, whether or not they have got as
/// far as speaking MQTT. Beyond it they are closed unheard. Any thread.
public final class SocketPlaces {

  private final int socketsMax;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicLong refused = new AtomicLong();

  /// All places free.
  public SocketPlaces(int socketsMax) {
    this.socketsMax = socketsMax;
  }

  boolean take() {
    if (taken.incrementAndGet() <= socketsMax) {
      return true;
    }
    taken.decrementAndGet();
    refused.incrementAndGet();
    return false;
  }

  void giveBack() {
    taken.decrementAndGet();
  }

  /// Sockets that are open.
  public int count() {
    return taken.get();
  }

  /// Sockets that were closed unheard.
  public long refusedCount() {
    return refused.get();
  }
}
