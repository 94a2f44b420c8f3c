package city.wayside.model.traffic;

/// Edie's quantities of the vehicles that reported: exact for them, a sample of all traffic.
///
/// @param distanceM distance driven by all
/// @param timeS time spent by all
/// @param stoppedTimeS time spent standing (slower than 5 km/h)
/// @param speedMps space-mean speed, distance over time; `NaN` when nobody was there
/// @param densityVpkm reporting vehicles per kilometre, time over (length x window)
/// @param probeFlowVph reporting vehicles per hour, distance over (length x window)
public record EdieFigures(
    double distanceM,
    double timeS,
    double stoppedTimeS,
    double speedMps,
    double densityVpkm,
    double probeFlowVph) {

  /// The figures of a tally.
  ///
  /// @param lengthM the segment's length, above zero
  /// @param windowMs the window's length, above zero
  public static EdieFigures of(SegmentTally tally, double lengthM, long windowMs) {
    double distanceM = tally.distanceMm() / 1000.0;
    double timeS = tally.timeMs() / 1000.0;
    double windowS = windowMs / 1000.0;
    return new EdieFigures(
        distanceM,
        timeS,
        tally.stoppedMs() / 1000.0,
        timeS > 0 ? distanceM / timeS : Double.NaN,
        timeS / (lengthM / 1000 * windowS),
        distanceM / lengthM / (windowS / 3600));
  }
}
