package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.endpoint.mqtt.packet.Will;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.Intake;
import city.wayside.model.downlink.SessionMoved;
import city.wayside.model.message.MessageKind;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Publishes the wills of clients whose connection broke, at once or after the delay that they
/// asked for, unless they are back by then (MQTT 5 §3.1.3.2.2). Any thread.
final class Wills {

  private static final long MS_PER_S = 1000;

  private record Due(MqttConnection connection, Will will) {}

  private final Intake intake;
  private final InstantSource clock;
  private final ConcurrentMap<String, Due> due = new ConcurrentHashMap<>();

  Wills(Intake intake, InstantSource clock) {
    this.intake = intake;
    this.clock = clock;
  }

  /// A client has left.
  void left(MqttConnection connection, Ending ending) {
    Will will = connection.visit().will();
    if (will == null || !ending.publishesWill()) {
      return;
    }
    // A session that ends earlier brings the will forward.
    long delayMs = MS_PER_S * Math.min(will.delayS(), connection.visit().expiryS());
    if (delayMs == 0) {
      publish(connection, will);
      return;
    }
    Due waiting = new Due(connection, will);
    due.put(connection.id(), waiting);
    connection
        .loop()
        .runIn(
            delayMs,
            () -> {
              if (due.remove(connection.id(), waiting)) {
                publish(connection, will);
              }
            });
  }

  /// A client is back, here. A session that ends with it ends the delay (MQTT 5 §3.1.3.2.2).
  void back(String clientId, boolean isCleanStart) {
    Due waiting = due.remove(clientId);
    if (waiting != null && isCleanStart) {
      publish(waiting.connection(), waiting.will());
    }
  }

  /// A client is back, somewhere.
  void movedTo(SessionMoved moved) {
    Due waiting = due.get(moved.clientId());
    if (waiting != null && waiting.connection().visit().epoch() < moved.epoch()) {
      due.remove(moved.clientId());
    }
  }

  private void publish(MqttConnection connection, Will will) {
    Object _ =
        intake.take(
            new Inbound(
                connection,
                Inbound.NO_ANSWER,
                MessageKind.STATUS,
                Inbound.STATION_IN_PAYLOAD,
                will.payload(),
                0,
                will.payload().length,
                clock.millis()));
  }
}
