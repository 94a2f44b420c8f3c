package city.wayside.grid.rollup;

import java.time.Instant;
import java.time.ZoneId;

/// The time of day where the city is, in hours and in bands of hours in which traffic is alike:
/// night from 22, morning from 6, day from 10, evening from 15, late from 19 o'clock.
///
/// @param zone the city's time zone
public record DayClock(ZoneId zone) {

  /// How many bands a day has.
  public static final int BANDS = 5;

  private static final int[] BAND_FROM_HOUR = {6, 10, 15, 19, 22};

  /// The hour of the day, 0 to 23.
  int hour(long timeMs) {
    return Instant.ofEpochMilli(timeMs).atZone(zone).getHour();
  }

  /// The band of the day, 0 to [#BANDS], exclusive.
  int band(long timeMs) {
    int hour = hour(timeMs);
    int band = BANDS - 1;
    for (int next = 0; next < BANDS; next++) {
      band = hour >= BAND_FROM_HOUR[next] ? next : band;
    }
    return band;
  }
}
