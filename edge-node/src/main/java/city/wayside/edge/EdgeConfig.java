package city.wayside.edge;

import city.wayside.edge.access.AccessConfig;
import city.wayside.edge.account.AccountConfig;
import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.detect.DetectionConfig;
import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.event.HazardConfig;
import city.wayside.edge.pressure.PressureConfig;
import city.wayside.edge.uplink.UplinkConfig;
import city.wayside.model.config.Setting;

/// The settings of an edge node, a section for each stage that has some.
///
/// @param mqtt the MQTT endpoint
/// @param coap the CoAP endpoint
/// @param access who may connect
/// @param admission what is let in
/// @param uplink how batches are made
/// @param pressure what is shed under load
/// @param hazards which events are let in, and how they are passed on
/// @param detection which hazards are found in traffic
/// @param accounts what is kept of the clients
/// @param downlink what is remembered of what went down
public record EdgeConfig(
    @Setting("The MQTT endpoint.") MqttConfig mqtt,
    @Setting("The CoAP endpoint.") CoapConfig coap,
    @Setting("Who may connect.") AccessConfig access,
    @Setting("What is let in.") AdmissionConfig admission,
    @Setting("How messages are gathered into batches for the grid.") UplinkConfig uplink,
    @Setting("What is shed when there is more than can be taken.") PressureConfig pressure,
    @Setting("Hazards and other events on the road.") HazardConfig hazards,
    @Setting("Hazards that are found in traffic.") DetectionConfig detection,
    @Setting("What is kept of each client's messages.") AccountConfig accounts,
    @Setting("What is remembered of what went down to clients.") DownlinkConfig downlink) {

  /// The documented defaults.
  public static EdgeConfig defaults() {
    return new EdgeConfig(
        MqttConfig.defaults(),
        CoapConfig.defaults(),
        AccessConfig.defaults(),
        AdmissionConfig.defaults(),
        UplinkConfig.defaults(),
        PressureConfig.defaults(),
        HazardConfig.defaults(),
        DetectionConfig.defaults(),
        AccountConfig.defaults(),
        DownlinkConfig.defaults());
  }

  /// The same with another MQTT endpoint.
  public EdgeConfig withMqtt(MqttConfig otherMqtt) {
    return new EdgeConfig(
        otherMqtt, coap, access, admission, uplink, pressure, hazards, detection, accounts,
        downlink);
  }

  /// The same with another CoAP endpoint.
  public EdgeConfig withCoap(CoapConfig otherCoap) {
    return new EdgeConfig(
        mqtt, otherCoap, access, admission, uplink, pressure, hazards, detection, accounts,
        downlink);
  }

  /// The same with other rules on who may connect.
  public EdgeConfig withAccess(AccessConfig otherAccess) {
    return new EdgeConfig(
        mqtt,
        coap,
        otherAccess,
        admission,
        uplink,
        pressure,
        hazards,
        detection,
        accounts,
        downlink);
  }

  /// The same with another admission.
  public EdgeConfig withAdmission(AdmissionConfig otherAdmission) {
    return new EdgeConfig(
        mqtt,
        coap,
        access,
        otherAdmission,
        uplink,
        pressure,
        hazards,
        detection,
        accounts,
        downlink);
  }

  /// The same with another uplink.
  public EdgeConfig withUplink(UplinkConfig otherUplink) {
    return new EdgeConfig(
        mqtt,
        coap,
        access,
        admission,
        otherUplink,
        pressure,
        hazards,
        detection,
        accounts,
        downlink);
  }

  /// The same with another measure of pressure.
  public EdgeConfig withPressure(PressureConfig otherPressure) {
    return new EdgeConfig(
        mqtt,
        coap,
        access,
        admission,
        uplink,
        otherPressure,
        hazards,
        detection,
        accounts,
        downlink);
  }

  /// The same with other rules on what is found in traffic.
  public EdgeConfig withDetection(DetectionConfig otherDetection) {
    return new EdgeConfig(
        mqtt,
        coap,
        access,
        admission,
        uplink,
        pressure,
        hazards,
        otherDetection,
        accounts,
        downlink);
  }
}
