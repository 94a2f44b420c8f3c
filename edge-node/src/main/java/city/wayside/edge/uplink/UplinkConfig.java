package city.wayside.edge.uplink;

import city.wayside.model.config.Setting;

/// How messages are gathered into batches for the grid.
///
/// @param flushIntervalMs how long messages are gathered
/// @param batchMessagesMax how many messages flush before the interval is over
/// @param pendingMessagesMax how many messages may wait for the grid; beyond it new ones are
///   refused
/// @param retryMsMin the pause after the first failure; doubled after each
/// @param retryMsMax the longest pause between two tries
/// @param drainMsMax how long closing waits for the grid
public record UplinkConfig(
    @Setting(
            value = "Messages are gathered for this many milliseconds.",
            otherwise = "20",
            min = 1,
            max = 10_000)
        long flushIntervalMs,
    @Setting(
            value = "This many messages are sent before the interval is over.",
            otherwise = "10000",
            min = 1,
            max = 1_000_000)
        int batchMessagesMax,
    @Setting(
            value = "Messages that may wait for the grid; beyond it new messages are refused.",
            otherwise = "100000",
            min = 1,
            max = 10_000_000)
        int pendingMessagesMax,
    @Setting(
            value = "A batch that failed is sent again after this many milliseconds.",
            otherwise = "50",
            min = 1,
            max = 60_000)
        long retryMsMin,
    @Setting(
            value = "The longest pause between two tries, in milliseconds.",
            otherwise = "2000",
            min = 1,
            max = 60_000)
        long retryMsMax,
    @Setting(
            value = "Closing waits this many milliseconds for the grid to take what is pending.",
            otherwise = "5000",
            min = 0,
            max = 600_000)
        long drainMsMax) {

  /// Refuses limits that contradict each other.
  public UplinkConfig {
    if (pendingMessagesMax < batchMessagesMax) {
      throw new IllegalArgumentException(
          "pendingMessagesMax is "
              + pendingMessagesMax
              + ", must be at least batchMessagesMax = "
              + batchMessagesMax);
    }
    if (retryMsMax < retryMsMin) {
      throw new IllegalArgumentException(
          "retryMsMax is " + retryMsMax + ", must be at least retryMsMin = " + retryMsMin);
    }
  }

  /// The documented defaults.
  public static UplinkConfig defaults() {
    return new UplinkConfig(20, 10_000, 100_000, 50, 2_000, 5_000);
  }
}
