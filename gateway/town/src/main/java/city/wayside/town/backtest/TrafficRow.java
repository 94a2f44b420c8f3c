package city.wayside.town.backtest;

/// Traffic on one segment during one window, as results and truth files have it.
///
/// @param windowStartS start of the window in the trace's seconds
/// @param segmentId the city's own id of the segment
/// @param flowVph vehicles per hour
/// @param densityVpkm vehicles per kilometre
/// @param speedMps space-mean speed; `NaN` when nobody was there
/// @param vehicles distinct vehicles
/// @param sumDistanceM distance driven by all
/// @param sumTimeS time spent by all
/// @param flowStdErrVph standard error of the flow; `NaN` where none is stated, as in files
public record TrafficRow(
    long windowStartS,
    String segmentId,
    double flowVph,
    double densityVpkm,
    double speedMps,
    int vehicles,
    double sumDistanceM,
    double sumTimeS,
    double flowStdErrVph) {

  /// A row as files have it: without a standard error.
  public TrafficRow(
      long windowStartS,
      String segmentId,
      double flowVph,
      double densityVpkm,
      double speedMps,
      int vehicles,
      double sumDistanceM,
      double sumTimeS) {
    this(
        windowStartS,
        segmentId,
        flowVph,
        densityVpkm,
        speedMps,
        vehicles,
        sumDistanceM,
        sumTimeS,
        Double.NaN);
  }

  /// Which segment and window a row is about.
  ///
  /// @param windowStartS start of the window
  /// @param segmentId the segment
  record Key(long windowStartS, String segmentId) {}

  /// Which segment and window this row is about.
  Key key() {
    return new Key(windowStartS, segmentId);
  }
}
