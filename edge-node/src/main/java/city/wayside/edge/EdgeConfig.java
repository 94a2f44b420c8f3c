package city.wayside.edge;

import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.uplink.UplinkConfig;
import city.wayside.model.config.Setting;

/// The settings of an edge node, a section for each stage that has some.
///
/// @param mqtt the MQTT endpoint
/// @param admission what is let in
/// @param uplink how batches are made
public record EdgeConfig(
    @Setting("The MQTT endpoint.") MqttConfig mqtt,
    @Setting("What is let in.") AdmissionConfig admission,
    @Setting("How messages are gathered into batches for the grid.") UplinkConfig uplink) {

  /// The documented defaults.
  public static EdgeConfig defaults() {
    return new EdgeConfig(
        MqttConfig.defaults(), AdmissionConfig.defaults(), UplinkConfig.defaults());
  }
}
