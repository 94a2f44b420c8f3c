package city.wayside.model.message;

/// The newest that is known of one live station.
///
/// @param report its newest report by measurement time
/// @param segmentIndex where it is on the road network, or [#OFF_ROAD]
/// @param offsetM distance from the segment's start along the segment; 0 when off the road
/// @param receivedMs when the edge node received the report, milliseconds since 1970
/// @param context what another edge node needs to continue its trajectory
public record StationState(
    Report report, int segmentIndex, double offsetM, long receivedMs, TrajectoryContext context) {

  /// The segment index of a station that is on no segment.
  public static final int OFF_ROAD = -1;

  /// A state from which nothing can be continued.
  public StationState(Report report, int segmentIndex, double offsetM, long receivedMs) {
    this(report, segmentIndex, offsetM, receivedMs, TrajectoryContext.NONE);
  }

  /// The station's id.
  public long stationId() {
    return report.stationId();
  }

  /// True when the station stands or drives on a segment of the network.
  public boolean onRoad() {
    return segmentIndex != OFF_ROAD;
  }
}
