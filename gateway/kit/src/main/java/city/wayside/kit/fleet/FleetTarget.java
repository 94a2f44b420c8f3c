package city.wayside.kit.fleet;

import city.wayside.kit.coap.CoapTarget;
import city.wayside.kit.coap.CoapTiming;
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
  /// @param timing when messages are sent again; for how long a connection is tried says the fleet
  record Coap(CoapTarget target, CoapTiming timing) implements FleetTarget {

    /// With the timing of RFC 7252.
    public Coap(CoapTarget target) {
      this(target, CoapTiming.standard());
    }
  }
}
