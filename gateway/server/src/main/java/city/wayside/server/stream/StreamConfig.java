package city.wayside.server.stream;

import city.wayside.model.config.Setting;

/// Settings of the event streams.
///
/// @param streamsMax open streams
/// @param queueBytesMax bytes that may wait for a client when the next event comes
/// @param stallMs how long a client may take nothing
/// @param keepAliveMs time between keep-alive comments
/// @param statusMs time between status events
public record StreamConfig(
    @Setting(
            value = "Event streams that are open at a time; more are answered 503.",
            otherwise = "500",
            min = 1,
            max = 100_000)
        int streamsMax,
    @Setting(
            value =
                "Bytes that may still wait for a stream's client when the next event comes; a"
                    + " slower client is disconnected and resumes by its cursor.",
            otherwise = "4194304",
            min = 1_024,
            max = 1_073_741_824)
        int queueBytesMax,
    @Setting(
            value =
                "Milliseconds in which a stream's client may take nothing of what waits for it"
                    + " before it is disconnected.",
            otherwise = "60000",
            min = 100,
            max = 3_600_000)
        int stallMs,
    @Setting(
            value = "Milliseconds between the comments that keep a quiet stream open.",
            otherwise = "15000",
            min = 10,
            max = 60_000)
        int keepAliveMs,
    @Setting(
            value = "Milliseconds between status events.",
            otherwise = "1000",
            min = 10,
            max = 60_000)
        int statusMs) {

  /// The documented defaults.
  public static StreamConfig defaults() {
    return new StreamConfig(500, 4_194_304, 60_000, 15_000, 1_000);
  }
}
