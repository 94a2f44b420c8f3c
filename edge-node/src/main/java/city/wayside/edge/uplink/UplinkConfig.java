package city.wayside.edge.uplink;

import city.wayside.model.config.Setting;

/// How messages are gathered into batches for the grid.
///
/// @param flushIntervalMs how long messages are gathered
/// @param batchMessagesMax how many messages flush before the interval is over
/// @param pendingMessagesMax how many messages may wait for the grid; beyond it new ones are
///   refused
/// @param hazardsReserved how many urgent messages may wait beside them
/// @param hazardBytesMax how many bytes those may have in all
/// @param pauseAtPercent how full either room is when clients are not read any more
/// @param resumeAtPercent how empty both are when clients are read again
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
            value = "Hazards that may wait for the grid, in a room of their own beside the others.",
            otherwise = "10000",
            min = 1,
            max = 1_000_000)
        int hazardsReserved,
    @Setting(
            value = "Bytes of the hazards that wait for the grid; beyond it they are refused.",
            otherwise = "67108864",
            min = 1_048_576,
            max = 4_294_967_296.0)
        long hazardBytesMax,
    @Setting(
            value =
                "Clients are not read any more when this share of what may wait does wait, in"
                    + " percent.",
            otherwise = "90",
            min = 1,
            max = 100)
        int pauseAtPercent,
    @Setting(
            value = "Clients are read again when no more than this share waits, in percent.",
            otherwise = "60",
            min = 0,
            max = 99)
        int resumeAtPercent,
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
    if (resumeAtPercent >= pauseAtPercent) {
      throw new IllegalArgumentException(
          "resumeAtPercent is "
              + resumeAtPercent
              + ", must be below pauseAtPercent = "
              + pauseAtPercent);
    }
    if (retryMsMax < retryMsMin) {
      throw new IllegalArgumentException(
          "retryMsMax is " + retryMsMax + ", must be at least retryMsMin = " + retryMsMin);
    }
  }

  /// The documented defaults.
  public static UplinkConfig defaults() {
    return new UplinkConfig(20, 10_000, 100_000, 10_000, 67_108_864, 90, 60, 50, 2_000, 5_000);
  }

  /// The same with other limits on how many messages are sent at once, and how many may wait.
  public UplinkConfig withMessages(int otherBatchMax, int otherPendingMax, int otherReserved) {
    return new UplinkConfig(
        flushIntervalMs,
        otherBatchMax,
        otherPendingMax,
        otherReserved,
        hazardBytesMax,
        pauseAtPercent,
        resumeAtPercent,
        retryMsMin,
        retryMsMax,
        drainMsMax);
  }

  /// The same with other times.
  public UplinkConfig withTimes(
      long otherFlushMs, long otherRetryMsMin, long otherRetryMsMax, long otherDrainMs) {
    return new UplinkConfig(
        otherFlushMs,
        batchMessagesMax,
        pendingMessagesMax,
        hazardsReserved,
        hazardBytesMax,
        pauseAtPercent,
        resumeAtPercent,
        otherRetryMsMin,
        otherRetryMsMax,
        otherDrainMs);
  }
}
