package city.wayside.edge.access.bounded;

import city.wayside.model.config.Setting;

/// How much work on passwords and tokens is done at a time.
///
/// @param threadsCount how many pieces are worked on at a time
/// @param waitingMax how many pieces may wait
/// @param waitMsMax how long a piece may wait
public record WorkConfig(
    @Setting(
            value = "Threads that hash passwords and verify tokens.",
            otherwise = "2",
            min = 1,
            max = 64)
        int threadsCount,
    @Setting(
            value = "Logins that may wait for a thread; beyond it they are refused as busy.",
            otherwise = "20000",
            min = 1,
            max = 1_000_000)
        int waitingMax,
    @Setting(
            value = "A login that has waited for this many milliseconds is refused as busy.",
            otherwise = "8000",
            min = 1,
            max = 600_000)
        long waitMsMax) {

  /// The documented defaults.
  public static WorkConfig defaults() {
    return new WorkConfig(2, 20_000, 8_000);
  }
}
