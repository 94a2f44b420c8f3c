package city.wayside.edge;

import city.wayside.edge.account.AccountConfig;
import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.event.HazardConfig;
import city.wayside.edge.pressure.PressureConfig;
import city.wayside.edge.uplink.UplinkConfig;
import city.wayside.model.config.Setting;

/// The settings of an edge node, a section for each stage that has some.
///
/// @param mqtt the MQTT endpoint
/// @param admission what is let in
/// @param uplink how batches are made
/// @param pressure what is shed under load
/// @param hazards which events are let in, and how they are passed on
/// @param accounts what is kept of the clients
public record EdgeConfig(
    @Setting("The MQTT endpoint.") MqttConfig mqtt,
    @Setting("What is let in.") AdmissionConfig admission,
    @Setting("How messages are gathered into batches for the grid.") UplinkConfig uplink,
    @Setting("What is shed when there is more than can be taken.") PressureConfig pressure,
    @Setting("Hazards and other events on the road.") HazardConfig hazards,
    @Setting("What is kept of each client's messages.") AccountConfig accounts) {

  /// The documented defaults.
  public static EdgeConfig defaults() {
    return new EdgeConfig(
        MqttConfig.defaults(),
        AdmissionConfig.defaults(),
        UplinkConfig.defaults(),
        PressureConfig.defaults(),
        HazardConfig.defaults(),
        AccountConfig.defaults());
  }

  /// The same with another MQTT endpoint.
  public EdgeConfig withMqtt(MqttConfig otherMqtt) {
    return new EdgeConfig(otherMqtt, admission, uplink, pressure, hazards, accounts);
  }

  /// The same with another admission.
  public EdgeConfig withAdmission(AdmissionConfig otherAdmission) {
    return new EdgeConfig(mqtt, otherAdmission, uplink, pressure, hazards, accounts);
  }

  /// The same with another uplink.
  public EdgeConfig withUplink(UplinkConfig otherUplink) {
    return new EdgeConfig(mqtt, admission, otherUplink, pressure, hazards, accounts);
  }
}
