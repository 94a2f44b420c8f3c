package city.wayside.kit.load;

/// What a message is, as far as a server may treat it differently.
public enum Stream {
  /// A vehicle says where it is, and nobody answers.
  BEACON_QOS_0(0),
  /// A vehicle says where it is, and the server answers.
  BEACON_QOS_1(1),
  /// A vehicle warns of a hazard (DENM), and the server answers.
  HAZARD(1);

  private final int qos;

  Stream(int qos) {
    this.qos = qos;
  }

  /// MQTT's quality of service.
  public int qos() {
    return qos;
  }
}
