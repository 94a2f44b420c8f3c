package city.wayside.edge.endpoint.mqtt.packet;

import org.jspecify.annotations.Nullable;

/// What the server tells in CONNACK (MQTT 5 §3.2.2.3); what is not said has the standard's default.
/// Immutable: each call gives another one, so that what all clients are told is made once. Saying
/// something twice, or a number that its property cannot have, is an [IllegalArgumentException].
public final class ConnAckProperties {

  private static final ConnAckProperties NONE =
      new ConnAckProperties(PropertyBytes.NONE, PropertyBytes.NONE, null);

  private final PropertyBytes said;
  private final PropertyBytes users;
  private final @Nullable String reason;

  private ConnAckProperties(PropertyBytes said, PropertyBytes users, @Nullable String reason) {
    this.said = said;
    this.users = users;
    this.reason = reason;
  }

  /// Nothing said.
  public static ConnAckProperties none() {
    return NONE;
  }

  private ConnAckProperties with(PropertyBytes more) {
    return new ConnAckProperties(more, users, reason);
  }

  private ConnAckProperties withFlag(int property, boolean value) {
    return with(said.with8(property, value ? 1 : 0));
  }

  /// For how many seconds the session stays, instead of what the client asked for.
  public ConnAckProperties sessionExpiryS(long sessionExpiryS) {
    return with(said.with32(Property.SESSION_EXPIRY, sessionExpiryS));
  }

  /// How many messages of QoS 1 and 2 the client may have under way, 1 to 65,535.
  public ConnAckProperties receiveMax(int receiveMax) {
    return with(said.with16(Property.RECEIVE_MAXIMUM, requirePositive(receiveMax)));
  }

  /// The highest QoS the client may publish with. 2 goes without saying and cannot be said.
  public ConnAckProperties qosMax(int qosMax) {
    return qosMax == 2 ? this : with(said.with8(Property.MAXIMUM_QOS, qosMax));
  }

  /// Whether the client may have messages retained.
  public ConnAckProperties retainAvailable(boolean isAvailable) {
    return withFlag(Property.RETAIN_AVAILABLE, isAvailable);
  }

  /// The longest packet the client may send.
  public ConnAckProperties packetBytesMax(long packetBytesMax) {
    return with(said.with32(Property.MAXIMUM_PACKET_SIZE, requirePositive(packetBytesMax)));
  }

  /// The name that was chosen for a client without one.
  public ConnAckProperties assignedClientId(String clientId) {
    return with(said.withText(Property.ASSIGNED_CLIENT_IDENTIFIER, clientId));
  }

  /// How many topic aliases the client may use.
  public ConnAckProperties topicAliasMax(int topicAliasMax) {
    return with(said.with16(Property.TOPIC_ALIAS_MAXIMUM, topicAliasMax));
  }

  /// Words for people. Left out where they would make the packet too long for the client.
  public ConnAckProperties reason(String words) {
    return new ConnAckProperties(said, users, words);
  }

  /// One more user property. All of them are left out where they would make the packet too long.
  public ConnAckProperties userProperty(String name, String value) {
    PropertyBytes more = users.withUserProperty(new UserProperty(name, value));
    return new ConnAckProperties(said, more, reason);
  }

  /// Whether filters may have wildcards.
  public ConnAckProperties wildcardsAvailable(boolean isAvailable) {
    return withFlag(Property.WILDCARD_SUBSCRIPTION_AVAILABLE, isAvailable);
  }

  /// Whether subscriptions may have identifiers.
  public ConnAckProperties subscriptionIdentifiersAvailable(boolean isAvailable) {
    return withFlag(Property.SUBSCRIPTION_IDENTIFIER_AVAILABLE, isAvailable);
  }

  /// Whether there are shared subscriptions.
  public ConnAckProperties sharedAvailable(boolean isAvailable) {
    return withFlag(Property.SHARED_SUBSCRIPTION_AVAILABLE, isAvailable);
  }

  /// The longest pause between two packets of the client, instead of what it said.
  public ConnAckProperties keepAliveS(int keepAliveS) {
    return with(said.with16(Property.SERVER_KEEP_ALIVE, keepAliveS));
  }

  /// What the client may make response topics of. Only for those who asked.
  public ConnAckProperties responseInformation(String information) {
    return with(said.withText(Property.RESPONSE_INFORMATION, information));
  }

  /// Where the client should go instead.
  public ConnAckProperties serverReference(String reference) {
    return with(said.withText(Property.SERVER_REFERENCE, reference));
  }

  /// The method by which the client has proved who it is.
  public ConnAckProperties authMethod(String method) {
    return with(said.withText(Property.AUTHENTICATION_METHOD, method));
  }

  /// The last word of that method.
  public ConnAckProperties authData(byte[] data) {
    return with(said.withData(Property.AUTHENTICATION_DATA, data));
  }

  private static long requirePositive(long value) {
    if (value < 1) {
      throw new IllegalArgumentException(value + " must be at least 1");
    }
    return value;
  }

  PropertyBytes said() {
    return said;
  }

  PropertyBytes users() {
    return users;
  }

  @Nullable String reason() {
    return reason;
  }
}
