package city.wayside.edge.admit;

import city.wayside.edge.station.Station;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// Does the position move when the speed says that the station does? A receiver that has lost its
/// satellites may repeat its last fix for minutes; taken for true, that is a standing vehicle in
/// the middle of the road. (Position and speed consistency of ETSI TR 103 460.)
///
/// A position is given in steps of a centimetre; one that drives never repeats it. Receivers that
/// make a fix a second are not meant, nor is creeping.
record FreezeCheck() implements StationCheck {

  /// For so long a position may stay exactly the same while the station drives.
  static final long FROZEN_MS_MAX = 3_000;

  /// Slower is not driving.
  static final double DRIVING_MPS = 3;

  @Override
  public @Nullable Refused check(Station station, Report report, long nowMs) {
    Report newest = station.newest();
    if (newest == null
        || !(report.speedMps() >= DRIVING_MPS)
        || report.latDeg() != newest.latDeg()
        || report.lonDeg() != newest.lonDeg()) {
      return null;
    }
    long frozenMs = report.timeMs() - station.positionSinceMs();
    if (frozenMs <= FROZEN_MS_MAX) {
      return null;
    }
    return new Refused(
        Refusal.IMPLAUSIBLE,
        "the position has not changed for "
            + frozenMs
            + " ms, must move at a speed of "
            + report.speedMps()
            + " m/s");
  }
}
