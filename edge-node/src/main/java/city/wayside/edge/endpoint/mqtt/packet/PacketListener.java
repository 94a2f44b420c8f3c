package city.wayside.edge.endpoint.mqtt.packet;

import org.jspecify.annotations.Nullable;

/// One connection, as the reader sees it: what its client says, packet by packet. Everything
/// arrives checked, as far as one packet alone can be checked. Arrays and [Publish] are valid until
/// the call returns; [Connect], [Subscribe] and [Unsubscribe] may be kept. No call may read on.
public interface PacketListener {

  /// The version that the client speaks; absent until [#connect] was called, and known from then
  /// on.
  @Nullable MqttVersion version();

  /// Asked before each packet: false leaves the rest unread.
  boolean isReading();

  /// The client connects.
  void connect(Connect connect);

  /// The client publishes a message.
  void publish(Publish publish);

  /// The client has a message of QoS 1, or refuses it.
  void pubAck(int packetId, int reasonCode);

  /// The client has a message of QoS 2, or refuses it.
  void pubRec(int packetId, int reasonCode);

  /// The client releases a message of QoS 2 that it published.
  void pubRel(int packetId, int reasonCode);

  /// The client is done with a message of QoS 2.
  void pubComp(int packetId, int reasonCode);

  /// The client subscribes.
  void subscribe(Subscribe subscribe);

  /// The client unsubscribes.
  void unsubscribe(Unsubscribe unsubscribe);

  /// The client asks for a sign of life.
  void pingRequest();

  /// The client says good-bye.
  ///
  /// @param reasonCode why; [ReasonCode#DISCONNECT_WITH_WILL] asks for its will
  /// @param sessionExpiryS for how many seconds its session is to stay, or
  ///   [MessageProperties#ABSENT] for as long as it said in CONNECT
  void disconnect(int reasonCode, long sessionExpiryS);

  /// The client proves who it is.
  ///
  /// @param reasonCode [ReasonCode#CONTINUE_AUTHENTICATION] or [ReasonCode#RE_AUTHENTICATE]
  /// @param method how
  /// @param data what the method says; a copy, empty when there is none
  void auth(int reasonCode, String method, byte[] data);

  /// The client broke a rule. Nothing more is to be read: [#isReading] is false from now on, and
  /// the packet at fault stays unread.
  void violated(Violation violation);
}
