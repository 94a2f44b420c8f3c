package city.wayside.edge.wire;

import org.jspecify.annotations.Nullable;

/// A CONNECT packet in the making: a clean start with a keep alive of a minute unless told
/// otherwise. Nothing is checked.
public final class Connect {

  private static final int CLEAN_START = 0x02;
  private static final int WILL = 0x04;
  private static final int PASSWORD = 0x40;
  private static final int USER = 0x80;

  private final Version version;
  private final byte[] clientId;
  private String protocol = "MQTT";
  private int level;
  private int flags = CLEAN_START;
  private int flipped;
  private int keepAliveS = 60;
  private Props properties = Props.none();
  private Props willProperties = Props.none();
  private byte[] willTopic = {};
  private byte[] willPayload = {};
  private byte @Nullable [] user;
  private byte @Nullable [] password;

  /// A client that connects.
  public Connect(Version version, String clientId) {
    this(version, Bytes.utf8(clientId));
  }

  /// A client whose id is these octets.
  public Connect(Version version, byte[] clientId) {
    this.version = version;
    this.clientId = clientId.clone();
    this.level = version.level();
  }

  /// Whether a session from before is of no use; in MQTT 3.1.1 it ends with the connection too.
  public Connect cleanStart(boolean isClean) {
    flags = isClean ? (flags | CLEAN_START) : (flags & ~CLEAN_START);
    return this;
  }

  /// The longest time between two packets, 0 for no limit.
  public Connect keepAlive(int seconds) {
    keepAliveS = seconds;
    return this;
  }

  /// The properties; for MQTT 5 alone.
  public Connect properties(Props some) {
    properties = some;
    return this;
  }

  /// How long the session is kept; for MQTT 5 alone.
  public Connect sessionExpiry(long seconds) {
    return properties(properties.and(Prop.SESSION_EXPIRY, seconds));
  }

  /// A will.
  public Connect will(String topic, String payload, int qos, boolean isRetained) {
    return will(Bytes.utf8(topic), Bytes.utf8(payload), qos, isRetained);
  }

  /// A will as octets.
  public Connect will(byte[] topic, byte[] payload, int qos, boolean isRetained) {
    flags |= WILL | (qos << 3) | (isRetained ? 0x20 : 0);
    willTopic = topic.clone();
    willPayload = payload.clone();
    return this;
  }

  /// The will's properties; for MQTT 5 alone.
  public Connect willProperties(Props some) {
    willProperties = some;
    return this;
  }

  /// A user name.
  public Connect user(String name) {
    return user(Bytes.utf8(name));
  }

  /// A user name as octets.
  public Connect user(byte[] name) {
    flags |= USER;
    user = name.clone();
    return this;
  }

  /// A password.
  public Connect password(String word) {
    flags |= PASSWORD;
    password = Bytes.utf8(word);
    return this;
  }

  /// Another name of the protocol.
  public Connect protocol(String name) {
    protocol = name;
    return this;
  }

  /// Another level of the protocol; the packet keeps its form.
  public Connect level(int other) {
    level = other;
    return this;
  }

  /// Turns bits of the connect flags over, and leaves the payload as it was.
  public Connect flip(int bits) {
    flipped ^= bits;
    return this;
  }

  /// Everything behind the fixed header.
  public byte[] body() {
    Bytes body = new Bytes().text(protocol).u8(level).u8(flags ^ flipped).u16(keepAliveS);
    if (version.isMqtt5()) {
      body.raw(properties.section());
    }
    body.blob(clientId);
    if ((flags & WILL) != 0) {
      if (version.isMqtt5()) {
        body.raw(willProperties.section());
      }
      body.blob(willTopic).blob(willPayload);
    }
    if (user != null) {
      body.blob(user);
    }
    if (password != null) {
      body.blob(password);
    }
    return body.toArray();
  }

  /// The packet.
  public byte[] bytes() {
    return Packets.packet(PacketType.CONNECT.firstOctet(), body());
  }

  Version version() {
    return version;
  }
}
