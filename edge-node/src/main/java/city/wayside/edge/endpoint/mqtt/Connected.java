package city.wayside.edge.endpoint.mqtt;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who is connected, over all event loops: one connection for each client id. Any thread.
final class Connected {

  private final ConcurrentHashMap<String, MqttConnection> byClient = new ConcurrentHashMap<>();
  private final AtomicInteger places = new AtomicInteger();
  private final int connectionsMax;

  Connected(int connectionsMax) {
    this.connectionsMax = connectionsMax;
  }

  /// Takes one of the places; false when there is none.
  boolean takePlace() {
    if (places.incrementAndGet() <= connectionsMax) {
      return true;
    }
    places.decrementAndGet();
    return false;
  }

  /// Gives a place back.
  void givePlaceBack() {
    places.decrementAndGet();
  }

  /// Enters a connection that has a place. Of two of the same client the newer one stays, whichever
  /// comes first.
  ///
  /// @return the connection that must end; absent when there was no other
  @Nullable MqttConnection enter(MqttConnection connection) {
    MqttConnection there = byClient.putIfAbsent(connection.id(), connection);
    while (there != null) {
      if (there.visit().epoch() > connection.visit().epoch()) {
        return connection;
      }
      if (byClient.replace(connection.id(), there, connection)) {
        return there;
      }
      there = byClient.putIfAbsent(connection.id(), connection);
    }
    return null;
  }

  /// Takes a connection out, unless another has taken its place.
  void leave(MqttConnection connection) {
    byClient.remove(connection.id(), connection);
  }

  /// The connection of a client id, if there is one.
  @Nullable MqttConnection of(String clientId) {
    return byClient.get(clientId);
  }

  /// Has something done with every connection.
  void forEach(Consumer<MqttConnection> action) {
    byClient.values().forEach(action);
  }

  /// How many connections there are.
  int count() {
    return places.get();
  }
}
