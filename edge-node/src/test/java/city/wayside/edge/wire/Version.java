package city.wayside.edge.wire;

/// A version of the protocol.
public enum Version {
  /// MQTT 3.1.1.
  MQTT_311(4),
  /// MQTT 5.
  MQTT_5(5);

  private final int level;

  Version(int level) {
    this.level = level;
  }

  /// How CONNECT names it.
  public int level() {
    return level;
  }

  /// True when packets have properties and every answer a reason code.
  public boolean isMqtt5() {
    return this == MQTT_5;
  }
}
