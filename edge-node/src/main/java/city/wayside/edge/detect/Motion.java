package city.wayside.edge.detect;

import city.wayside.model.message.StationState;
import org.jspecify.annotations.Nullable;

/// What detection remembers of one station; guarded by its lane, made by whoever remembers
/// stations.
public final class Motion {

  static final long NEVER_MS = Long.MIN_VALUE;

  /// How far it has driven on roads.
  double drivenM;

  /// When it was last as fast as its road allows, or nearly so.
  long fastMs = NEVER_MS;

  /// From where on its braking is measured.
  long paceMs = NEVER_MS;

  double paceMps;

  /// While it is slow on a road, and there was room to look at it.
  @Nullable SlowVehicle slow;

  /// Where its road leads, as it was last looked up.
  int roadSegment = StationState.OFF_ROAD;

  double roadOffsetM;
  double roadHeadingDeg;

  /// How its positions wander beside the way that its speeds and headings give.
  final Wander wander = new Wander();

  /// How many of its reports in a row went against the road.
  int opposedCount;

  /// Where and when they began.
  double opposedEastM;

  double opposedNorthM;
  long opposedSinceMs;
  long opposedNewestMs;

  /// The memory of a station that was never seen.
  public Motion() {}
}
