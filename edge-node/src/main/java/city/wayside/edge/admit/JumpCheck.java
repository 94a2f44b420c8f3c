package city.wayside.edge.admit;

import city.wayside.edge.station.Station;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// Can the station have come here from where it was? (Position plausibility of ETSI TR 103 460.)
///
/// A station whose one wrong position was taken comes back by itself: the longer ago that was, the
/// further it may be.
record JumpCheck(double jumpMpsMax) implements StationCheck {

  /// Two fixes of a standing receiver may lie this far apart.
  static final double FIX_ERROR_M = 50;

  private static final double EARTH_RADIUS_M = 6_371_008.8;

  @Override
  public @Nullable Refused check(Station station, Report report, long nowMs) {
    Report newest = station.newest();
    if (newest == null) {
      return null;
    }
    double distanceM = distanceM(newest, report);
    double elapsedS = (report.timeMs() - newest.timeMs()) / 1000.0;
    if (distanceM <= FIX_ERROR_M + jumpMpsMax * elapsedS) {
      return null;
    }
    return new Refused(
        Refusal.IMPLAUSIBLE,
        "the station moved "
            + Math.round(distanceM)
            + " m in "
            + elapsedS
            + " s, must be at most "
            + jumpMpsMax
            + " m/s");
  }

  /// Great-circle distance (haversine), which holds at the antimeridian and the poles as well.
  private static double distanceM(Report from, Report to) {
    double fromLat = Math.toRadians(from.latDeg());
    double toLat = Math.toRadians(to.latDeg());
    double sinLat = Math.sin((toLat - fromLat) / 2);
    double sinLon = Math.sin(Math.toRadians(to.lonDeg() - from.lonDeg()) / 2);
    double square = sinLat * sinLat + Math.cos(fromLat) * Math.cos(toLat) * sinLon * sinLon;
    return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(square)));
  }
}
