package city.wayside.kit.mqtt;

/// What the owner of a connection is told. Event loop.
public interface MqttListener {

  /// The server accepted the connection.
  void opened();

  /// The server still had the client's session; told just before [#opened()].
  default void resumed() {}

  /// The connection ended, or never came to be; told once, after the messages that were lost by it.
  ///
  /// @param wasOpen whether it had been accepted
  /// @param reason why, in a few words; empty when the owner closed it
  void closed(boolean wasOpen, String reason);

  /// The server sends the client elsewhere (MQTT 5 §4.11); told just before the connection ends.
  ///
  /// @param target the server that it names
  /// @param isForGood whether it asks to be left for good
  default void redirected(MqttTarget target, boolean isForGood) {}

  /// The server answered a message.
  ///
  /// @param reasonCode the reason code of PUBACK; below 0x80 is success
  /// @param latencyNs time since the message was given to the connection
  void acknowledged(int reasonCode, long latencyNs);

  /// A message of QoS 0 was handed to the network.
  void written();

  /// Messages were given up: no acknowledgement in time, connection lost, or no room to wait.
  void lost(int count);

  /// The server granted a subscription; a refused one ends the connection.
  ///
  /// @param packetId as [MqttConnection#subscribe(String, int)] returned it
  /// @param qos the highest in which messages will come
  default void subscribed(int packetId, int qos) {}

  /// A message came for the client. It is acknowledged when this returns.
  void message(String topic, byte[] payload);
}
