package city.wayside.edge.endpoint.mqtt;

import city.wayside.model.config.Setting;

/// The MQTT endpoint's settings.
///
/// @param host the address to listen on
/// @param port the port to listen on; 0 for any that is free
/// @param loopsCount how many event loops share the connections
/// @param connectionsMax how many connections; beyond it CONNECT is refused
/// @param payloadBytesMax the longest payload; a longer one is refused and the connection goes on
/// @param packetBytesMax the longest packet; a longer one closes the connection
/// @param connectTimeoutMs how long a connection may stay without CONNECT
/// @param clientIdCharsMax the longest client id
/// @param unacknowledgedMax how many QoS 1 messages an MQTT 5 client may have under way
/// @param noticesPerS refusals a second that are told to one client on `v1/refused/{client}`
public record MqttConfig(
    @Setting(value = "The address to listen on.", otherwise = "127.0.0.1") String host,
    @Setting(
            value = "The port to listen on; 0 for any that is free.",
            otherwise = "1883",
            min = 0,
            max = 65_535)
        int port,
    @Setting(value = "Event loops that share the connections.", otherwise = "2", min = 1, max = 256)
        int loopsCount,
    @Setting(
            value = "Connections; beyond it a CONNECT is refused.",
            otherwise = "50000",
            min = 1,
            max = 1_000_000)
        int connectionsMax,
    @Setting(
            value = "Payloads of more bytes are refused, and the connection goes on.",
            otherwise = "65536",
            min = 64,
            max = 16_777_216)
        int payloadBytesMax,
    @Setting(
            value = "Packets of more bytes close the connection.",
            otherwise = "1048576",
            min = 1024,
            max = 268_435_455)
        int packetBytesMax,
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
            value = "QoS 1 messages that an MQTT 5 client may have under way.",
            otherwise = "1000",
            min = 1,
            max = 65_535)
        int unacknowledgedMax,
    @Setting(
            value = "Refusals per second that one client is told of on v1/refused/{client}.",
            otherwise = "10",
            min = 1,
            max = 10_000)
        int noticesPerS) {

  /// Refuses limits that contradict each other.
  public MqttConfig {
    if (packetBytesMax < payloadBytesMax) {
      throw new IllegalArgumentException(
          "packetBytesMax is "
              + packetBytesMax
              + ", must be at least payloadBytesMax = "
              + payloadBytesMax);
    }
  }

  /// The documented defaults.
  public static MqttConfig defaults() {
    return new MqttConfig("127.0.0.1", 1883, 2, 50_000, 65_536, 1_048_576, 10_000, 128, 1_000, 10);
  }

  /// The same on another port.
  public MqttConfig withPort(int otherPort) {
    return new MqttConfig(
        host,
        otherPort,
        loopsCount,
        connectionsMax,
        payloadBytesMax,
        packetBytesMax,
        connectTimeoutMs,
        clientIdCharsMax,
        unacknowledgedMax,
        noticesPerS);
  }
}
