package city.wayside.kit.fleet;

import city.wayside.kit.coap.CoapTarget;
import city.wayside.kit.mqtt.MqttTarget;

/// A server and what is spoken with it.
public sealed interface FleetTarget {

  /// Over MQTT.
  ///
  /// @param target which server
  record Mqtt(MqttTarget target) implements FleetTarget {}

  /// Over CoAP, plain or over DTLS.
  ///
  /// @param target which server
  record Coap(CoapTarget target) implements FleetTarget {}
}
