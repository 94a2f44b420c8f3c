package city.wayside.model.traffic;

import java.util.Optional;

/// The lengths of window that are published; each is a whole number of base windows.
public enum WindowLength {
  ONE_MINUTE(60),
  FIVE_MINUTES(300),
  FIFTEEN_MINUTES(900);

  /// Tallies are kept in windows of this length; longer windows are sums of them.
  public static final long BASE_MS = 60_000;

  private final int seconds;

  WindowLength(int seconds) {
    this.seconds = seconds;
  }

  /// The length in seconds.
  public int lengthS() {
    return seconds;
  }

  /// The length in milliseconds.
  public long lengthMs() {
    return seconds * 1000L;
  }

  /// The start of the window of this length that holds a moment; windows start at multiples of
  /// their length since 1970.
  public long startMs(long timeMs) {
    return Math.floorDiv(timeMs, lengthMs()) * lengthMs();
  }

  /// The length with this many seconds.
  public static Optional<WindowLength> ofSeconds(int seconds) {
    for (WindowLength length : values()) {
      if (length.seconds == seconds) {
        return Optional.of(length);
      }
    }
    return Optional.empty();
  }
}
