package city.wayside.kit.mqtt;

/// What the server publishes for a client whose connection ends without good-bye (MQTT 5 §3.1.2.5).
///
/// @param topic where
/// @param payload what
/// @param qos 0 or 1
/// @param isRetained whether the server keeps it for its topic
/// @param delayS how long the server waits for the client to return; MQTT 5 only
public record MqttWill(String topic, byte[] payload, int qos, boolean isRetained, long delayS) {

  /// Refuses what the client does not speak.
  public MqttWill {
    if (qos != 0 && qos != 1) {
      throw new IllegalArgumentException("qos " + qos + " is not 0 or 1");
    }
    MqttSession.requireSeconds("delayS", delayS);
  }
}
