package city.wayside.edge.endpoint.mqtt.packet;

/// The versions of the protocol that are spoken.
public enum MqttVersion {
  /// MQTT 3.1.1, also known as ISO/IEC 20922.
  V3_1_1(4),
  /// MQTT 5.
  V5(5);

  private final int level;

  MqttVersion(int level) {
    this.level = level;
  }

  /// What a CONNECT says: the protocol level of 3.1.1, the protocol version of 5.
  public int level() {
    return level;
  }
}
