package city.wayside.edge.admit;

import city.wayside.edge.station.Station;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// Does the station stay within its quota? Asked after [OrderCheck], so that what several road-side
/// units hear of a station is not held against it.
record QuotaCheck(double ratePerS, int burst) implements StationCheck {

  @Override
  public @Nullable Refused check(Station station, Report report, long nowMs) {
    return station.mayReport(ratePerS, burst, nowMs)
        ? null
        : new Refused(
            Refusal.TOO_FAST,
            "the station reports too often, must be at most " + ratePerS + " a second");
  }
}
