package city.wayside.grid.rollup;

import city.wayside.model.config.Setting;
import city.wayside.model.traffic.WindowLength;

/// When windows are closed and for how long they are revised.
///
/// @param allowedLatenessMs wait after a window's end before it is closed
/// @param reviseUntilMs time after a window's end during which late reports still revise it
/// @param reviseEveryMs time between two looks for late reports
/// @param passEveryMs time between two looks for windows to close
/// @param catchUpMaxS how far back windows are closed after a pause
public record RollUpDriverConfig(
    @Setting(
            value = "Wait after the end of a window before it is closed, in milliseconds.",
            otherwise = "5000",
            min = 0,
            max = 60_000)
        long allowedLatenessMs,
    @Setting(
            value =
                "Time after the end of a window during which late reports still revise it, in"
                    + " milliseconds.",
            otherwise = "90000",
            min = 0,
            max = 300_000)
        long reviseUntilMs,
    @Setting(
            value = "Time between two looks for late reports, in milliseconds.",
            otherwise = "10000",
            min = 100)
        long reviseEveryMs,
    @Setting(
            value = "Time between two looks for windows to close, in milliseconds.",
            otherwise = "1000",
            min = 10,
            max = 60_000)
        long passEveryMs,
    @Setting(
            value = "How far back windows are still closed after a pause, in seconds.",
            otherwise = "600",
            min = 60,
            max = 86_400)
        long catchUpMaxS) {

  /// How long a tally is needed after its last change: by the longest window that it is in, until
  /// that is closed after the longest pause, or last revised.
  public long talliesNeededS() {
    long longestS = WindowLength.FIFTEEN_MINUTES.lengthS();
    long afterEndMs = Math.max(reviseUntilMs, catchUpMaxS * 1000 + allowedLatenessMs);
    return longestS + Math.ceilDiv(afterEndMs, 1000);
  }

  /// The documented defaults.
  public static RollUpDriverConfig defaults() {
    return new RollUpDriverConfig(5000, 90_000, 10_000, 1000, 600);
  }
}
