package city.wayside.road.source;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the map was as an OpenStreetMap file has it: what the file says of itself, else the date of
/// its newest element. Dates that cannot be read count as not told.
final class MapDate {

  private static final long YEAR_10000_S = 253_402_300_800L;

  private @Nullable Instant told;
  private long newestMs;

  /// Dates are compared as texts first, so few have to be read.
  private String newestText = "";

  /// What the file says of itself.
  void tell(@Nullable String date) {
    Instant read = parsed(date);
    if (read != null) {
      told = read;
    }
  }

  /// The same in seconds since 1970; 0 tells nothing.
  void tellS(long epochS) {
    if (epochS > 0 && epochS < YEAR_10000_S) {
      told = Instant.ofEpochSecond(epochS);
    }
  }

  /// The date of an element.
  void element(@Nullable String date) {
    if (date == null || date.compareTo(newestText) <= 0) {
      return;
    }
    Instant read = parsed(date);
    if (read != null) {
      newestText = date;
      elementMs(read.toEpochMilli());
    }
  }

  /// The same in milliseconds since 1970; 0 tells nothing.
  void elementMs(long epochMs) {
    if (epochMs < YEAR_10000_S * 1000) {
      newestMs = Math.max(newestMs, epochMs);
    }
  }

  /// The date; `null` when nothing tells it.
  @Nullable Instant get() {
    if (told == null && newestMs > 0) {
      return Instant.ofEpochMilli(newestMs);
    }
    return told;
  }

  static @Nullable Instant parsed(@Nullable String date) {
    try {
      return date == null ? null : Instant.parse(date);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
