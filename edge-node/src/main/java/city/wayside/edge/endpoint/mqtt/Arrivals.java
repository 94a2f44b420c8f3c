package city.wayside.edge.endpoint.mqtt;

/// Counts the clients of one event loop that wait for their CONNACK. When all come at once, after
/// an outage, no more than so many are looked at; the others stay with the kernel until there is
/// room.
final class Arrivals {

  private final int atOnceMax;
  private final Runnable changed;
  private int count;

  Arrivals(int atOnceMax, Runnable changed) {
    this.atOnceMax = atOnceMax;
    this.changed = changed;
  }

  void began() {
    count++;
    if (count == atOnceMax) {
      changed.run();
    }
  }

  void ended() {
    if (count-- == atOnceMax) {
      changed.run();
    }
  }

  boolean isFull() {
    return count >= atOnceMax;
  }
}
