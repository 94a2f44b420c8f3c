package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.endpoint.mqtt.packet.PacketLimits;
import city.wayside.model.config.Setting;

/// What the MQTT endpoint takes at most.
///
/// @param connectionsMax how many connections; beyond it CONNECT is refused
/// @param arrivalsMax how many clients of one event loop may wait for their CONNACK
/// @param payloadBytesMax the longest payload; a longer one is refused and the connection goes on
/// @param packetBytesMax the longest packet; a longer one closes the connection
/// @param assemblyBytesMax bytes of incomplete packets that one event loop holds
/// @param connectTimeoutMs how long a connection may stay without CONNECT, and without CONNACK
/// @param clientIdCharsMax the longest client id
/// @param keepAliveSMax the longest keep alive; MQTT 5 clients that want a longer one are told this
/// @param unacknowledgedMax how many QoS 1 and 2 messages a client may have under way
/// @param aliasesMax topic aliases that a client may use
/// @param subscriptionsMax topic filters of one client
/// @param noticesPerS refusals a second that are told to one client on `v1/refused/{client}`
public record MqttLimits(
    @Setting(
            value = "Connections; beyond it a CONNECT is refused.",
            otherwise = "50000",
            min = 1,
            max = 1_000_000)
        int connectionsMax,
    @Setting(
            value = "Clients of one event loop that wait for CONNACK; others wait with the kernel.",
            otherwise = "2000",
            min = 1,
            max = 100_000)
        int arrivalsMax,
    @Setting(
            value = "Payloads of more bytes are refused, and the connection goes on.",
            otherwise = "65536",
            min = 64,
            max = 16_777_216)
        int payloadBytesMax,
    @Setting(
            value = "Packets of more bytes close the connection.",
            otherwise = "262144",
            min = 1024,
            max = 268_435_455)
        int packetBytesMax,
    @Setting(
            value =
                "Bytes of incomplete packets that one event loop holds; beyond it the"
                    + " connection that adds to them is closed.",
            otherwise = "67108864",
            min = 65_536,
            max = 2_147_483_647)
        int assemblyBytesMax,
    @Setting(
            value = "A connection without CONNECT is closed after this many milliseconds.",
            otherwise = "10000",
            min = 1000,
            max = 600_000)
        int connectTimeoutMs,
    @Setting(
            value = "Client ids of more characters are refused.",
            otherwise = "128",
            min = 23,
            max = 65_535)
        int clientIdCharsMax,
    @Setting(
            value = "The longest keep alive in seconds; MQTT 5 clients are told to keep it.",
            otherwise = "600",
            min = 1,
            max = 65_535)
        int keepAliveSMax,
    @Setting(
            value = "QoS 1 and 2 messages that a client may have under way.",
            otherwise = "1000",
            min = 1,
            max = 65_535)
        int unacknowledgedMax,
    @Setting(
            value = "Topic aliases that a client may use.",
            otherwise = "16",
            min = 0,
            max = 65_535)
        int aliasesMax,
    @Setting(
            value = "Topic filters of one client; beyond it a subscription is refused.",
            otherwise = "2000",
            min = 1,
            max = 100_000)
        int subscriptionsMax,
    @Setting(
            value = "Refusals per second that one client is told of on v1/refused/{client}.",
            otherwise = "10",
            min = 1,
            max = 10_000)
        int noticesPerS) {

  /// What a CONNECT may have beside its will's payload.
  private static final int CONNECT_BYTES_MAX = 32 * 1024;

  /// In one packet; all of it is bounded by the packet's bytes, too.
  private static final int USER_PROPERTIES_MAX = 1000;

  /// In one SUBSCRIBE or UNSUBSCRIBE; each is answered, also those that are refused.
  private static final int FILTERS_MAX = 2000;

  /// Refuses limits that contradict each other.
  public MqttLimits {
    if (packetBytesMax < payloadBytesMax) {
      throw new IllegalArgumentException(
          "packetBytesMax is "
              + packetBytesMax
              + ", must be at least payloadBytesMax = "
              + payloadBytesMax);
    }
  }

  /// The documented defaults.
  public static MqttLimits defaults() {
    return new MqttLimits(
        50_000, 2_000, 65_536, 262_144, 67_108_864, 10_000, 128, 600, 1_000, 16, 2_000, 10);
  }

  /// What is read at most of one packet.
  PacketLimits ofPackets() {
    return new PacketLimits(
        packetBytesMax,
        Math.min(packetBytesMax, payloadBytesMax + CONNECT_BYTES_MAX),
        USER_PROPERTIES_MAX,
        FILTERS_MAX,
        false);
  }
}
