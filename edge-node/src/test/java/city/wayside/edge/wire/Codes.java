package city.wayside.edge.wire;

import java.util.Set;

/// The reason codes that a server may send in each packet.
public final class Codes {

  public static final int SUCCESS = 0x00;
  public static final int WITH_WILL = 0x04;
  public static final int NO_SUBSCRIPTION = 0x11;
  public static final int UNSPECIFIED = 0x80;
  public static final int MALFORMED = 0x81;
  public static final int PROTOCOL_ERROR = 0x82;
  public static final int UNSUPPORTED_VERSION = 0x84;
  public static final int CLIENT_ID_NOT_VALID = 0x85;
  public static final int NOT_AUTHORIZED = 0x87;
  public static final int SHUTTING_DOWN = 0x8B;
  public static final int BAD_AUTH_METHOD = 0x8C;
  public static final int KEEP_ALIVE_TIMEOUT = 0x8D;
  public static final int TAKEN_OVER = 0x8E;
  public static final int FILTER_INVALID = 0x8F;
  public static final int TOPIC_INVALID = 0x90;
  public static final int ID_NOT_FOUND = 0x92;
  public static final int RECEIVE_MAXIMUM_EXCEEDED = 0x93;
  public static final int ALIAS_INVALID = 0x94;
  public static final int PACKET_TOO_LARGE = 0x95;
  public static final int QUOTA_EXCEEDED = 0x97;
  public static final int SHARED_NOT_SUPPORTED = 0x9E;

  private static final Set<Integer> CONNACK =
      Set.of(
          0x00, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8C, 0x90, 0x95,
          0x97, 0x99, 0x9A, 0x9B, 0x9C, 0x9D, 0x9F);
  private static final Set<Integer> CONNACK_311 = Set.of(0, 1, 2, 3, 4, 5);
  private static final Set<Integer> PUBACK =
      Set.of(0x00, 0x10, 0x80, 0x83, 0x87, 0x90, 0x91, 0x97, 0x99);
  private static final Set<Integer> PUBREL = Set.of(0x00, 0x92);
  private static final Set<Integer> SUBACK =
      Set.of(0x00, 0x01, 0x02, 0x80, 0x83, 0x87, 0x8F, 0x91, 0x97, 0x9E, 0xA1, 0xA2);
  private static final Set<Integer> SUBACK_311 = Set.of(0x00, 0x01, 0x02, 0x80);
  private static final Set<Integer> UNSUBACK = Set.of(0x00, 0x11, 0x80, 0x83, 0x87, 0x8F, 0x91);
  private static final Set<Integer> DISCONNECT =
      Set.of(
          0x00, 0x80, 0x81, 0x82, 0x83, 0x87, 0x89, 0x8B, 0x8D, 0x8E, 0x8F, 0x90, 0x93, 0x94, 0x95,
          0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9D, 0x9E, 0x9F, 0xA0, 0xA1, 0xA2);
  private static final Set<Integer> AUTH = Set.of(0x00, 0x18);

  private Codes() {}

  /// True when a server may send this code in such a packet.
  static boolean isLegal(Version version, PacketType type, int code) {
    return switch (type) {
      case CONNACK -> (version.isMqtt5() ? CONNACK : CONNACK_311).contains(code);
      case PUBACK, PUBREC -> PUBACK.contains(code);
      case PUBREL, PUBCOMP -> PUBREL.contains(code);
      case SUBACK -> (version.isMqtt5() ? SUBACK : SUBACK_311).contains(code);
      case UNSUBACK -> UNSUBACK.contains(code);
      case DISCONNECT -> DISCONNECT.contains(code);
      case AUTH -> AUTH.contains(code);
      case RESERVED, CONNECT, PUBLISH, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, PINGRESP -> false;
    };
  }
}
