package city.wayside.edge.endpoint.mqtt.packet;

/// What is read at most; a packet beyond it is a violation.
///
/// @param packetBytesMax the longest packet, with its header: MQTT's Maximum Packet Size
/// @param connectBytesMax the longest CONNECT, for it comes from somebody unknown
/// @param userPropertiesMax how many user properties a packet may have; a CONNECT may have as many
///   again in its will
/// @param filtersMax how many topic filters a SUBSCRIBE or UNSUBSCRIBE may have
/// @param isPayloadFormatChecked whether a payload that says it is text, and is not well-formed
///   UTF-8, is a violation (0x99). Otherwise [Publish#isPayloadWellFormed] tells, and the answer
///   may be milder
public record PacketLimits(
    int packetBytesMax,
    int connectBytesMax,
    int userPropertiesMax,
    int filtersMax,
    boolean isPayloadFormatChecked) {

  /// The longest packet that MQTT can express: 5 bytes of header and 256 MiB less one byte.
  public static final int PACKET_BYTES_POSSIBLE = 5 + VariableLength.VALUE_MAX;

  /// Refuses limits under which nothing could be read.
  public PacketLimits {
    requireBetween(packetBytesMax, PACKET_BYTES_POSSIBLE, "packetBytesMax");
    requireBetween(connectBytesMax, PACKET_BYTES_POSSIBLE, "connectBytesMax");
    requireBetween(userPropertiesMax, Short.MAX_VALUE, "userPropertiesMax");
    requireBetween(filtersMax, Short.MAX_VALUE, "filtersMax");
  }

  private static void requireBetween(int value, int max, String name) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " is " + value + ", must be 1 to " + max);
    }
  }

  /// Limits for a city's vehicles and roadside units.
  public static PacketLimits defaults() {
    return new PacketLimits(1_048_576, 16_384, 64, 256, false);
  }
}
