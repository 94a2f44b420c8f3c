package city.wayside.edge.endpoint.mqtt.packet;

import org.jspecify.annotations.Nullable;

/// The identifiers of properties (MQTT 5 §2.2.2.2), and the sets of them that a client may send.
final class Property {

  static final int PAYLOAD_FORMAT = 0x01;
  static final int MESSAGE_EXPIRY = 0x02;
  static final int CONTENT_TYPE = 0x03;
  static final int RESPONSE_TOPIC = 0x08;
  static final int CORRELATION_DATA = 0x09;
  static final int SUBSCRIPTION_IDENTIFIER = 0x0B;
  static final int SESSION_EXPIRY = 0x11;
  static final int ASSIGNED_CLIENT_IDENTIFIER = 0x12;
  static final int SERVER_KEEP_ALIVE = 0x13;
  static final int AUTHENTICATION_METHOD = 0x15;
  static final int AUTHENTICATION_DATA = 0x16;
  static final int REQUEST_PROBLEM_INFORMATION = 0x17;
  static final int WILL_DELAY = 0x18;
  static final int REQUEST_RESPONSE_INFORMATION = 0x19;
  static final int RESPONSE_INFORMATION = 0x1A;
  static final int SERVER_REFERENCE = 0x1C;
  static final int REASON_STRING = 0x1F;
  static final int RECEIVE_MAXIMUM = 0x21;
  static final int TOPIC_ALIAS_MAXIMUM = 0x22;
  static final int TOPIC_ALIAS = 0x23;
  static final int MAXIMUM_QOS = 0x24;
  static final int RETAIN_AVAILABLE = 0x25;
  static final int USER_PROPERTY = 0x26;
  static final int MAXIMUM_PACKET_SIZE = 0x27;
  static final int WILDCARD_SUBSCRIPTION_AVAILABLE = 0x28;
  static final int SUBSCRIPTION_IDENTIFIER_AVAILABLE = 0x29;
  static final int SHARED_SUBSCRIPTION_AVAILABLE = 0x2A;

  /// The largest identifier.
  static final int LAST = SHARED_SUBSCRIPTION_AVAILABLE;

  private static final long MESSAGE =
      set(
          PAYLOAD_FORMAT,
          MESSAGE_EXPIRY,
          CONTENT_TYPE,
          RESPONSE_TOPIC,
          CORRELATION_DATA,
          USER_PROPERTY);

  static final long OF_CONNECT =
      set(
          SESSION_EXPIRY,
          RECEIVE_MAXIMUM,
          MAXIMUM_PACKET_SIZE,
          TOPIC_ALIAS_MAXIMUM,
          REQUEST_RESPONSE_INFORMATION,
          REQUEST_PROBLEM_INFORMATION,
          USER_PROPERTY,
          AUTHENTICATION_METHOD,
          AUTHENTICATION_DATA);
  static final long OF_WILL = MESSAGE | set(WILL_DELAY);
  static final long OF_PUBLISH = MESSAGE | set(TOPIC_ALIAS, SUBSCRIPTION_IDENTIFIER);
  static final long OF_ACKNOWLEDGEMENT = set(REASON_STRING, USER_PROPERTY);
  static final long OF_SUBSCRIBE = set(SUBSCRIPTION_IDENTIFIER, USER_PROPERTY);
  static final long OF_UNSUBSCRIBE = set(USER_PROPERTY);
  static final long OF_DISCONNECT =
      set(SESSION_EXPIRY, REASON_STRING, USER_PROPERTY, SERVER_REFERENCE);
  static final long OF_AUTH =
      set(AUTHENTICATION_METHOD, AUTHENTICATION_DATA, REASON_STRING, USER_PROPERTY);

  private static final @Nullable String[] NAMES = names();

  private Property() {}

  private static long set(int... properties) {
    long set = 0;
    for (int property : properties) {
      set |= bit(property);
    }
    return set;
  }

  /// A set of one.
  static long bit(int property) {
    return 1L << property;
  }

  /// What the standard calls a property, in lower case; absent when there is none of this number.
  static @Nullable String name(int property) {
    return property >= 0 && property <= LAST ? NAMES[property] : null;
  }

  private static @Nullable String[] names() {
    @Nullable String[] names = new @Nullable String[LAST + 1];
    names[PAYLOAD_FORMAT] = "payload format indicator";
    names[MESSAGE_EXPIRY] = "message expiry interval";
    names[CONTENT_TYPE] = "content type";
    names[RESPONSE_TOPIC] = "response topic";
    names[CORRELATION_DATA] = "correlation data";
    names[SUBSCRIPTION_IDENTIFIER] = "subscription identifier";
    names[SESSION_EXPIRY] = "session expiry interval";
    names[ASSIGNED_CLIENT_IDENTIFIER] = "assigned client identifier";
    names[SERVER_KEEP_ALIVE] = "server keep alive";
    names[AUTHENTICATION_METHOD] = "authentication method";
    names[AUTHENTICATION_DATA] = "authentication data";
    names[REQUEST_PROBLEM_INFORMATION] = "request problem information";
    names[WILL_DELAY] = "will delay interval";
    names[REQUEST_RESPONSE_INFORMATION] = "request response information";
    names[RESPONSE_INFORMATION] = "response information";
    names[SERVER_REFERENCE] = "server reference";
    names[REASON_STRING] = "reason string";
    names[RECEIVE_MAXIMUM] = "receive maximum";
    names[TOPIC_ALIAS_MAXIMUM] = "topic alias maximum";
    names[TOPIC_ALIAS] = "topic alias";
    names[MAXIMUM_QOS] = "maximum qos";
    names[RETAIN_AVAILABLE] = "retain available";
    names[USER_PROPERTY] = "user property";
    names[MAXIMUM_PACKET_SIZE] = "maximum packet size";
    names[WILDCARD_SUBSCRIPTION_AVAILABLE] = "wildcard subscription available";
    names[SUBSCRIPTION_IDENTIFIER_AVAILABLE] = "subscription identifier available";
    names[SHARED_SUBSCRIPTION_AVAILABLE] = "shared subscription available";
    return names;
  }
}
