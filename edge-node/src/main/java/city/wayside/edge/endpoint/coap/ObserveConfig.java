package city.wayside.edge.endpoint.coap;

import city.wayside.model.config.Setting;

/// What clients that observe may have.
///
/// @param observationsMax observations in all; beyond it a request is answered once
/// @param perPeerMax observations of one client
/// @param stationsMax stations that one request may name
/// @param waitingMessagesMax messages that wait for a slow observer; beyond it it is given up
/// @param waitingBytesMax their bytes
/// @param beaconIntervalMs at least so long between beacons, which nobody acknowledges
/// @param listBytesMax the longest answer with what is retained
/// @param quietS what Max-Age says when there is nothing to tell
/// @param retainedMax topics with a retained message
/// @param retainedBytesMax their bytes
public record ObserveConfig(
    @Setting(
            value = "Observations in all; beyond it a request is answered once.",
            otherwise = "50000",
            min = 1,
            max = 1_000_000)
        int observationsMax,
    @Setting(
            value = "Observations of one client; beyond it a request is answered once.",
            otherwise = "32",
            min = 1,
            max = 10_000)
        int perPeerMax,
    @Setting(value = "Stations that one request may name.", otherwise = "32", min = 1, max = 1000)
        int stationsMax,
    @Setting(
            value = "Messages that wait for a slow observer; beyond it it is given up.",
            otherwise = "200",
            min = 1,
            max = 100_000)
        int waitingMessagesMax,
    @Setting(
            value = "Bytes that wait for a slow observer; beyond it it is given up.",
            otherwise = "262144",
            min = 1024,
            max = 1_073_741_824)
        int waitingBytesMax,
    @Setting(
            value = "Milliseconds between beacons to one observer, which it does not acknowledge.",
            otherwise = "1000",
            min = 0,
            max = 60_000)
        int beaconIntervalMs,
    @Setting(
            value = "Bytes of an answer with what is retained; what does not fit is left out.",
            otherwise = "16384",
            min = 256,
            max = 65_536)
        int listBytesMax,
    @Setting(
            value = "Seconds for which an answer without any message holds.",
            otherwise = "300",
            min = 1,
            max = 86_400)
        int quietS,
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
  public static ObserveConfig defaults() {
    return new ObserveConfig(50_000, 32, 32, 200, 262_144, 1_000, 16_384, 300, 50_000, 67_108_864);
  }
}
