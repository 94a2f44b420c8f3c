package city.wayside.edge;

import city.wayside.model.config.Setting;

/// What an edge node remembers of what went down.
///
/// @param recentItemsMax items of the log that are kept for clients that return
/// @param recentBytesMax their bytes
public record DownlinkConfig(
    @Setting(
            value = "Messages to clients that are kept for those that return.",
            otherwise = "20000",
            min = 1,
            max = 10_000_000)
        int recentItemsMax,
    @Setting(
            value = "Bytes of messages to clients that are kept for those that return.",
            otherwise = "67108864",
            min = 65_536,
            max = 17_179_869_184.0)
        long recentBytesMax) {

  /// The documented defaults.
  public static DownlinkConfig defaults() {
    return new DownlinkConfig(20_000, 67_108_864);
  }
}
