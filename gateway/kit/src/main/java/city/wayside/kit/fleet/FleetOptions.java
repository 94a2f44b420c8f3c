package city.wayside.kit.fleet;

import city.wayside.kit.mqtt.MqttLimits;
import city.wayside.kit.mqtt.MqttTarget;

/// How vehicles talk.
///
/// @param target the server
/// @param qos 0 or 1
/// @param format how reports are written
/// @param watchRefusals whether each client also listens on `v1/refused/{client}`
/// @param limits of each connection
/// @param connectingMax connections that may be under way at the same time
public record FleetOptions(
    MqttTarget target,
    int qos,
    PayloadFormat format,
    boolean watchRefusals,
    MqttLimits limits,
    int connectingMax) {

  /// Refuses what MQTT does not have.
  public FleetOptions {
    if (qos != 0 && qos != 1) {
      throw new IllegalArgumentException("qos " + qos + " is not 0 or 1");
    }
    if (connectingMax < 1) {
      throw new IllegalArgumentException("connectingMax " + connectingMax + " is below 1");
    }
  }

  /// JSON probes with QoS 1.
  public static FleetOptions of(MqttTarget target) {
    return new FleetOptions(target, 1, PayloadFormat.PROBE, false, MqttLimits.defaults(), 256);
  }

  /// The same with another format.
  public FleetOptions withFormat(PayloadFormat otherFormat) {
    return new FleetOptions(target, qos, otherFormat, watchRefusals, limits, connectingMax);
  }

  /// The same with another QoS.
  public FleetOptions withQos(int otherQos) {
    return new FleetOptions(target, otherQos, format, watchRefusals, limits, connectingMax);
  }
}
