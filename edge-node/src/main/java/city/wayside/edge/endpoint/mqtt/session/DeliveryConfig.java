package city.wayside.edge.endpoint.mqtt.session;

import city.wayside.model.config.Setting;

/// What may be under way to one client.
///
/// @param inFlightMax QoS 1 messages that are sent and not acknowledged
/// @param waitingMessagesMax messages that wait for a slow client; beyond it the client is closed
/// @param waitingBytesMax their bytes; beyond it the client is closed
/// @param aliasesMax topic aliases that are used towards a client that offers some
/// @param retainedMax topics with a retained message
/// @param retainedBytesMax bytes of retained messages
public record DeliveryConfig(
    @Setting(
            value = "QoS 1 messages to one client that are sent and not acknowledged yet.",
            otherwise = "100",
            min = 1,
            max = 65_535)
        int inFlightMax,
    @Setting(
            value = "Messages that wait for a slow client; beyond it the connection is closed.",
            otherwise = "1000",
            min = 1,
            max = 1_000_000)
        int waitingMessagesMax,
    @Setting(
            value = "Bytes that wait for a slow client; beyond it the connection is closed.",
            otherwise = "1048576",
            min = 1024,
            max = 1_073_741_824)
        int waitingBytesMax,
    @Setting(
            value = "Topic aliases used towards a client, as far as it offers some.",
            otherwise = "64",
            min = 0,
            max = 65_535)
        int aliasesMax,
    @Setting(
            value = "Topics with a retained message; beyond it what ends first makes room.",
            otherwise = "50000",
            min = 1,
            max = 10_000_000)
        int retainedMax,
    @Setting(
            value = "Bytes of retained messages; beyond it what ends first makes room.",
            otherwise = "67108864",
            min = 1024,
            max = 17_179_869_184.0)
        long retainedBytesMax) {

  /// The documented defaults.
  public static DeliveryConfig defaults() {
    return new DeliveryConfig(100, 1000, 1_048_576, 64, 50_000, 67_108_864);
  }
}
