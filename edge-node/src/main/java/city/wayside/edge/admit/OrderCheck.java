package city.wayside.edge.admit;

import city.wayside.edge.station.Station;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// Is the report newer than all that were taken of its station? One that is heard by two road-side
/// units comes twice and counts once.
record OrderCheck() implements StationCheck {

  @Override
  public @Nullable Refused check(Station station, Report report, long nowMs) {
    Report newest = station.newest();
    if (newest == null || report.timeMs() > newest.timeMs()) {
      return null;
    }
    if (report.timeMs() == newest.timeMs()) {
      return new Refused(
          Refusal.DUPLICATE, "a report of the station with this time was taken already");
    }
    return new Refused(
        Refusal.STALE,
        "a report of the station that is "
            + (newest.timeMs() - report.timeMs())
            + " ms newer was taken already");
  }
}
