package city.wayside.model.signal;

import city.wayside.model.area.GeoPoint;
import java.util.List;

/// A lane of an intersection (GenericLane).
///
/// @param laneId 1 to 254; 0 when not known
/// @param type who uses it
/// @param isIngress true when it leads into the intersection
/// @param isEgress true when it leads out of it
/// @param approachId the approach it belongs to, 0 to 15; 0 when not known
/// @param widthM its width; `NaN` when not given
/// @param nodes its middle line, from the stop line outwards; empty when it is not known, as for a
///   lane that is computed from one that is missing
/// @param connections where one may go from it
public record Lane(
    int laneId,
    LaneType type,
    boolean isIngress,
    boolean isEgress,
    int approachId,
    double widthM,
    List<GeoPoint> nodes,
    List<Connection> connections) {

  /// Who uses a lane (LaneTypeAttributes).
  public enum LaneType {
    VEHICLE,
    CROSSWALK,
    BIKE_LANE,
    SIDEWALK,
    MEDIAN,
    STRIPING,
    TRACKED_VEHICLE,
    PARKING,
    OTHER
  }

  /// Where one may go from a lane (Connection).
  ///
  /// @param laneId the lane it leads to
  /// @param intersection the other intersection that this lane belongs to, or this one
  /// @param signalGroupId the signals that rule it; 0 when none do
  /// @param connectionId its number, 0 to 255; -1 when not given
  public record Connection(
      int laneId, IntersectionKey intersection, int signalGroupId, int connectionId) {}
}
