package city.wayside.kit.fleet;

import city.wayside.kit.mqtt.MqttLimits;
import city.wayside.kit.mqtt.MqttTarget;
import java.util.List;

/// How vehicles talk.
///
/// @param targets the servers, of which each station has one by its id
/// @param qos 0 or 1; over CoAP 0 is NON and 1 is CON
/// @param format how reports are written
/// @param watchRefusals whether each MQTT client also listens on `v1/refused/{client}`
/// @param limits of each connection
/// @param connectingMax connections that may be under way at the same time
public record FleetOptions(
    List<FleetTarget> targets,
    int qos,
    PayloadFormat format,
    boolean watchRefusals,
    MqttLimits limits,
    int connectingMax) {

  /// Refuses what MQTT does not have; takes a copy.
  public FleetOptions {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("targets are none");
    }
    if (qos != 0 && qos != 1) {
      throw new IllegalArgumentException("qos " + qos + " is not 0 or 1");
    }
    if (connectingMax < 1) {
      throw new IllegalArgumentException("connectingMax " + connectingMax + " is below 1");
    }
  }

  /// JSON probes with QoS 1.
  public static FleetOptions of(MqttTarget target) {
    return of(List.of(new FleetTarget.Mqtt(target)));
  }

  /// JSON probes with QoS 1, each station to one of several servers.
  public static FleetOptions of(List<FleetTarget> targets) {
    return new FleetOptions(targets, 1, PayloadFormat.PROBE, false, MqttLimits.defaults(), 256);
  }

  /// The server of a station.
  FleetTarget target(long stationId) {
    return targets.get((int) Math.floorMod(stationId, (long) targets.size()));
  }

  /// The same with another format.
  public FleetOptions withFormat(PayloadFormat otherFormat) {
    return new FleetOptions(targets, qos, otherFormat, watchRefusals, limits, connectingMax);
  }

  /// The same with another QoS.
  public FleetOptions withQos(int otherQos) {
    return new FleetOptions(targets, otherQos, format, watchRefusals, limits, connectingMax);
  }
}
