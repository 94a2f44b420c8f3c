package city.wayside.edge;

import city.wayside.edge.access.AccessConfig;
import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.uplink.UplinkConfig;
import city.wayside.model.config.Setting;

/// The settings of an edge node, a section for each stage that has some.
///
/// @param mqtt the MQTT endpoint
/// @param access who may connect
/// @param admission what is let in
/// @param uplink how batches are made
public record EdgeConfig(
    @Setting("The MQTT endpoint.") MqttConfig mqtt,
    @Setting("Who may connect.") AccessConfig access,
    @Setting("What is let in.") AdmissionConfig admission,
    @Setting("How messages are gathered into batches for the grid.") UplinkConfig uplink) {

  /// The documented defaults.
  public static EdgeConfig defaults() {
    return new EdgeConfig(
        MqttConfig.defaults(),
        AccessConfig.defaults(),
        AdmissionConfig.defaults(),
        UplinkConfig.defaults());
  }

  /// The same with another MQTT endpoint.
  public EdgeConfig withMqtt(MqttConfig newMqtt) {
    return new EdgeConfig(newMqtt, access, admission, uplink);
  }

  /// The same with other rules on who may connect.
  public EdgeConfig withAccess(AccessConfig newAccess) {
    return new EdgeConfig(mqtt, newAccess, admission, uplink);
  }
}
