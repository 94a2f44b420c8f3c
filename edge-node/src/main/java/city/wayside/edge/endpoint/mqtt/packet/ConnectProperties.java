package city.wayside.edge.endpoint.mqtt.packet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client says of itself and asks for in CONNECT (MQTT 5 §3.1.2.11); what it left out has
/// the standard's default.
///
/// @param sessionExpiryS for how many seconds its session outlives the connection, or
///   [#NEVER_EXPIRES]
/// @param receiveMax how many messages of QoS 1 and 2 it takes at a time, 1 to 65,535
/// @param packetBytesMax the longest packet it takes, or [#NO_PACKET_LIMIT]
/// @param topicAliasMax how many topic aliases it takes; 0 for none
/// @param requestsResponseInformation whether it asks for response information
/// @param requestsProblemInformation whether it takes reason strings and user properties on all
///   packets, not only on CONNACK, PUBLISH and DISCONNECT
/// @param userProperties further properties in their order
/// @param authMethod how it wants to prove who it is, beyond user name and password
/// @param authData its first word of that, a copy; never without a method
public record ConnectProperties(
    long sessionExpiryS,
    int receiveMax,
    long packetBytesMax,
    int topicAliasMax,
    boolean requestsResponseInformation,
    boolean requestsProblemInformation,
    List<UserProperty> userProperties,
    @Nullable String authMethod,
    byte @Nullable [] authData) {

  /// The session expiry interval of a session that does not expire.
  public static final long NEVER_EXPIRES = 0xFFFF_FFFFL;

  /// More than any packet has.
  public static final long NO_PACKET_LIMIT = 0xFFFF_FFFFL;

  /// The receive maximum of a client that names none.
  public static final int RECEIVE_MAX_DEFAULT = 65_535;

  /// What a CONNECT of MQTT 3.1.1 amounts to: there, a session that is not clean stays for ever.
  ///
  /// @param isCleanSession the flag
  public static ConnectProperties ofVersion3(boolean isCleanSession) {
    return new ConnectProperties(
        isCleanSession ? 0 : NEVER_EXPIRES,
        RECEIVE_MAX_DEFAULT,
        NO_PACKET_LIMIT,
        0,
        false,
        true,
        List.of(),
        null,
        null);
  }
}
