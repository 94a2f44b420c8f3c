package city.wayside.edge.endpoint.mqtt;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Who is connected, over all event loops: one connection for each client id. Any thread.
final class Sessions {

  private final ConcurrentHashMap<String, MqttConnection> byClient = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final int connectionsMax;

  Sessions(int connectionsMax) {
    this.connectionsMax = connectionsMax;
  }

  /// Takes one of the places; false when there is none.
  boolean takePlace() {
    if (connections.incrementAndGet() <= connectionsMax) {
      return true;
    }
    connections.decrementAndGet();
    return false;
  }

  /// Gives a place back that nobody took.
  void giveBack() {
    connections.decrementAndGet();
  }

  /// Enters a connection that has a place.
  ///
  /// @return the connection of the same client that it takes over; absent when there is none
  @Nullable MqttConnection enter(MqttConnection connection) {
    return byClient.put(connection.id(), connection);
  }

  /// Gives the place of a connection that has ended back.
  void leave(MqttConnection connection) {
    connections.decrementAndGet();
    byClient.remove(connection.id(), connection);
  }

  /// How many connections there are.
  int count() {
    return connections.get();
  }
}
