package city.wayside.kit.mqtt;

/// The versions of MQTT that the client speaks.
public enum MqttVersion {
  /// OASIS MQTT 3.1.1; its PUBACK cannot carry a refusal.
  V3_1_1(4),
  /// OASIS MQTT 5; PUBACK carries a reason code.
  V5(5);

  private final int level;

  MqttVersion(int level) {
    this.level = level;
  }

  /// The protocol level of the CONNECT packet.
  int level() {
    return level;
  }
}
