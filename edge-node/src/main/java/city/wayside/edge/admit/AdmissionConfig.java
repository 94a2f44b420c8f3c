package city.wayside.edge.admit;

import city.wayside.model.config.Setting;

/// What admission lets in.
///
/// @param identity for which stations a client may speak
/// @param reportAgeMsMax how old a report may be
/// @param reportAheadMsMax how far a report may be ahead of the clock
/// @param speedMpsMax the highest speed a report may claim
/// @param jumpMpsMax the highest speed between two positions of a station
/// @param stationRatePerS reports a second of one station
/// @param stationBurst reports at once of one station
/// @param clientRatePerS messages a second of one client, and as many at once
/// @param stationsCountMax how many stations are remembered
/// @param stationIdleMsMax how long a silent station is remembered
public record AdmissionConfig(
    @Setting(
            value = "For which stations a client may speak: OPEN or CLIENT_IS_STATION.",
            otherwise = "OPEN")
        Identity identity,
    @Setting(
            value = "Reports older than this many milliseconds are refused.",
            otherwise = "60000",
            min = 1000,
            max = 3_600_000)
        long reportAgeMsMax,
    @Setting(
            value = "Reports this many milliseconds ahead of the clock are refused.",
            otherwise = "5000",
            min = 0,
            max = 600_000)
        long reportAheadMsMax,
    @Setting(
            value = "Reported speeds above this many metres per second are refused.",
            otherwise = "100",
            min = 1,
            max = 1000)
        double speedMpsMax,
    @Setting(
            value = "Jumps faster than this many metres per second are refused.",
            otherwise = "100",
            min = 1,
            max = 1000)
        double jumpMpsMax,
    @Setting(
            value = "Reports per second that one station may send on average.",
            otherwise = "20",
            min = 0.1,
            max = 1000)
        double stationRatePerS,
    @Setting(
            value = "Reports that one station may send at once.",
            otherwise = "40",
            min = 1,
            max = 10_000)
        int stationBurst,
    @Setting(
            value = "Messages per second that one client may send on average, and at once.",
            otherwise = "2000",
            min = 1,
            max = 1_000_000)
        double clientRatePerS,
    @Setting(
            value = "Stations that are remembered; beyond it new stations are refused.",
            otherwise = "500000",
            min = 1,
            max = 10_000_000)
        int stationsCountMax,
    @Setting(
            value = "Stations that are silent for this many milliseconds are forgotten.",
            otherwise = "120000",
            min = 1000,
            max = 86_400_000)
        long stationIdleMsMax) {

  /// Refuses a memory shorter than the oldest report that is taken: a station that is forgotten too
  /// early could report the same again, and be counted twice.
  public AdmissionConfig {
    if (stationIdleMsMax < reportAgeMsMax + reportAheadMsMax) {
      throw new IllegalArgumentException(
          "stationIdleMsMax is "
              + stationIdleMsMax
              + ", must be at least reportAgeMsMax + reportAheadMsMax = "
              + (reportAgeMsMax + reportAheadMsMax));
    }
  }

  /// The documented defaults.
  public static AdmissionConfig defaults() {
    return new AdmissionConfig(
        Identity.OPEN, 60_000, 5_000, 100, 100, 20, 40, 2_000, 500_000, 120_000);
  }
}
