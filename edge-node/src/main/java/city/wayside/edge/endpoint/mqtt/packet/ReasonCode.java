package city.wayside.edge.endpoint.mqtt.packet;

/// The reason codes of MQTT 5 (§2.4) and what becomes of them in MQTT 3.1.1. From 0x80 on they are
/// failures.
public final class ReasonCode {

  public static final int SUCCESS = 0x00;
  public static final int NORMAL_DISCONNECTION = 0x00;
  public static final int GRANTED_QOS_0 = 0x00;
  public static final int GRANTED_QOS_1 = 0x01;
  public static final int GRANTED_QOS_2 = 0x02;
  public static final int DISCONNECT_WITH_WILL = 0x04;
  public static final int NO_MATCHING_SUBSCRIBERS = 0x10;
  public static final int NO_SUBSCRIPTION_EXISTED = 0x11;
  public static final int CONTINUE_AUTHENTICATION = 0x18;
  public static final int RE_AUTHENTICATE = 0x19;
  public static final int UNSPECIFIED_ERROR = 0x80;
  public static final int MALFORMED_PACKET = 0x81;
  public static final int PROTOCOL_ERROR = 0x82;
  public static final int IMPLEMENTATION_SPECIFIC_ERROR = 0x83;
  public static final int UNSUPPORTED_PROTOCOL_VERSION = 0x84;
  public static final int CLIENT_IDENTIFIER_NOT_VALID = 0x85;
  public static final int BAD_USER_NAME_OR_PASSWORD = 0x86;
  public static final int NOT_AUTHORIZED = 0x87;
  public static final int SERVER_UNAVAILABLE = 0x88;
  public static final int SERVER_BUSY = 0x89;
  public static final int BANNED = 0x8A;
  public static final int SERVER_SHUTTING_DOWN = 0x8B;
  public static final int BAD_AUTHENTICATION_METHOD = 0x8C;
  public static final int KEEP_ALIVE_TIMEOUT = 0x8D;
  public static final int SESSION_TAKEN_OVER = 0x8E;
  public static final int TOPIC_FILTER_INVALID = 0x8F;
  public static final int TOPIC_NAME_INVALID = 0x90;
  public static final int PACKET_IDENTIFIER_IN_USE = 0x91;
  public static final int PACKET_IDENTIFIER_NOT_FOUND = 0x92;
  public static final int RECEIVE_MAXIMUM_EXCEEDED = 0x93;
  public static final int TOPIC_ALIAS_INVALID = 0x94;
  public static final int PACKET_TOO_LARGE = 0x95;
  public static final int MESSAGE_RATE_TOO_HIGH = 0x96;
  public static final int QUOTA_EXCEEDED = 0x97;
  public static final int ADMINISTRATIVE_ACTION = 0x98;
  public static final int PAYLOAD_FORMAT_INVALID = 0x99;
  public static final int RETAIN_NOT_SUPPORTED = 0x9A;
  public static final int QOS_NOT_SUPPORTED = 0x9B;
  public static final int USE_ANOTHER_SERVER = 0x9C;
  public static final int SERVER_MOVED = 0x9D;
  public static final int SHARED_SUBSCRIPTIONS_NOT_SUPPORTED = 0x9E;
  public static final int CONNECTION_RATE_EXCEEDED = 0x9F;
  public static final int MAXIMUM_CONNECT_TIME = 0xA0;
  public static final int SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED = 0xA1;
  public static final int WILDCARD_SUBSCRIPTIONS_NOT_SUPPORTED = 0xA2;

  /// The one failure that a SUBACK of MQTT 3.1.1 knows.
  private static final int FAILURE_3_1_1 = 0x80;

  private ReasonCode() {}

  /// True for a code that says that something failed.
  public static boolean isFailure(int code) {
    return code >= UNSPECIFIED_ERROR;
  }

  /// The return code of a CONNACK of MQTT 3.1.1 (§3.2.2.3) for a reason code: what the server is
  /// not ready for is 3 (unavailable), what the client may not do is 5 (not authorized).
  public static int connectReturnCode(int code) {
    return switch (code) {
      case SUCCESS -> 0;
      case UNSUPPORTED_PROTOCOL_VERSION -> 1;
      case CLIENT_IDENTIFIER_NOT_VALID -> 2;
      case BAD_USER_NAME_OR_PASSWORD -> 4;
      case NOT_AUTHORIZED,
          BANNED,
          BAD_AUTHENTICATION_METHOD,
          TOPIC_NAME_INVALID,
          PAYLOAD_FORMAT_INVALID,
          RETAIN_NOT_SUPPORTED,
          QOS_NOT_SUPPORTED ->
          5;
      default -> 3;
    };
  }

  /// The return code of a SUBACK of MQTT 3.1.1 (§3.9.3) for a reason code.
  public static int subscribeReturnCode(int code) {
    return isFailure(code) ? FAILURE_3_1_1 : code;
  }

  /// Tells whether a client may say this in a packet of this type.
  static boolean isAllowed(PacketType type, int code) {
    return switch (type) {
      case PUBACK, PUBREC ->
          switch (code) {
            case SUCCESS,
                NO_MATCHING_SUBSCRIBERS,
                UNSPECIFIED_ERROR,
                IMPLEMENTATION_SPECIFIC_ERROR,
                NOT_AUTHORIZED,
                TOPIC_NAME_INVALID,
                PACKET_IDENTIFIER_IN_USE,
                QUOTA_EXCEEDED,
                PAYLOAD_FORMAT_INVALID ->
                true;
            default -> false;
          };
      case PUBREL, PUBCOMP -> code == SUCCESS || code == PACKET_IDENTIFIER_NOT_FOUND;
      case AUTH -> code == CONTINUE_AUTHENTICATION || code == RE_AUTHENTICATE;
      case DISCONNECT ->
          switch (code) {
            case NORMAL_DISCONNECTION,
                DISCONNECT_WITH_WILL,
                UNSPECIFIED_ERROR,
                MALFORMED_PACKET,
                PROTOCOL_ERROR,
                IMPLEMENTATION_SPECIFIC_ERROR,
                TOPIC_NAME_INVALID,
                RECEIVE_MAXIMUM_EXCEEDED,
                TOPIC_ALIAS_INVALID,
                PACKET_TOO_LARGE,
                MESSAGE_RATE_TOO_HIGH,
                QUOTA_EXCEEDED,
                ADMINISTRATIVE_ACTION,
                PAYLOAD_FORMAT_INVALID ->
                true;
            default -> false;
          };
      default -> false;
    };
  }
}
