package city.wayside.kit.mqtt;

import org.jspecify.annotations.Nullable;

/// What a client asks of its session (MQTT 5 §3.1.2, MQTT 3.1.1 §3.1.2).
///
/// @param isCleanStart whether what the server still has of an earlier connection is forgotten
/// @param expiryS how long the server keeps the session when the connection has ended;
///   4,294,967,295 for ever; MQTT 3.1.1 keeps it for ever unless the start is clean
/// @param will published by the server when the client is gone without good-bye
public record MqttSession(boolean isCleanStart, long expiryS, @Nullable MqttWill will) {

  private static final long SECONDS_MAX = 0xFFFF_FFFFL;

  /// Refuses what has no place in the packet.
  public MqttSession {
    requireSeconds("expiryS", expiryS);
  }

  /// A session that begins and ends with the connection.
  public static MqttSession fresh() {
    return new MqttSession(true, 0, null);
  }

  /// A session that goes on, and is kept for some time after the connection.
  public static MqttSession kept(long expiryS) {
    return new MqttSession(false, expiryS, null);
  }

  /// The same with a will.
  public MqttSession withWill(MqttWill otherWill) {
    return new MqttSession(isCleanStart, expiryS, otherWill);
  }

  static void requireSeconds(String name, long seconds) {
    if (seconds < 0 || seconds > SECONDS_MAX) {
      throw new IllegalArgumentException(name + " " + seconds + " is not 0 to " + SECONDS_MAX);
    }
  }
}
