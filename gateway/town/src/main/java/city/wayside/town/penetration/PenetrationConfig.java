package city.wayside.town.penetration;

import city.wayside.grid.rollup.CountedConfig;
import city.wayside.model.config.Setting;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Where the share of vehicles that report comes from.
///
/// @param surveyFile shares by class of road and hour; absent without a survey
/// @param countsFile counts of the city's counters; absent without counters
/// @param lookEveryMs how often the files are looked at
/// @param timeZone where the hours of the day count
/// @param counters when counters say something
public record PenetrationConfig(
    @Setting(
            "A CSV file of the share of vehicles that report, with the columns road_class (or *),"
                + " from_hour, to_hour, share, std_err; used where counters say nothing.")
        @Nullable Path surveyFile,
    @Setting(
            "A CSV file of the city's counters, with the columns time_s (or timestamp), segment_id,"
                + " interval_s, vehicles; the share is what reported of what was counted.")
        @Nullable Path countsFile,
    @Setting(
            value = "Whether the files have changed is looked at every so many milliseconds.",
            otherwise = "10000",
            min = 10,
            max = 3_600_000)
        long lookEveryMs,
    @Setting(value = "Time zone of the hours of the day, such as Europe/Berlin.", otherwise = "UTC")
        String timeZone,
    @Setting("When counters say something, and how sure that is.") CountedConfig counters) {

  /// Refuses a time zone that does not exist.
  public PenetrationConfig {
    try {
      ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timeZone \"%s\"; allowed is a name such as Europe/Berlin, or UTC".formatted(timeZone),
          e);
    }
  }

  /// The time zone.
  ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /// The documented defaults: neither survey nor counters.
  public static PenetrationConfig defaults() {
    return new PenetrationConfig(null, null, 10_000, "UTC", CountedConfig.defaults());
  }
}
