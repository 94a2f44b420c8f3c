package city.wayside.edge.detect;

import city.wayside.road.network.LocalPlane;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;

/// Small road networks, drawn in metres east and north of a place.
final class Roads {

  static final LocalPlane PLANE = LocalPlane.around(52, 13);

  static final double TOWN_MPS = 13.9;
  static final double ZONE_MPS = 8.3;

  private final RoadNetworkBuilder builder = new RoadNetworkBuilder();

  Roads() {}

  /// A road of one kilometre eastwards to a junction with a stop line, and 500 m beyond; at the
  /// junction another road leads north.
  static Roads main(double limitMps) {
    return new Roads()
        .add("main", limitMps, 0, 0, 1000, 0)
        .add("beyond", limitMps, 1000, 0, 1500, 0)
        .add("side", limitMps, 1000, 0, 1000, 400);
  }

  /// Adds a straight segment from one point to another.
  Roads add(
      String id,
      double limitMps,
      double fromEastM,
      double fromNorthM,
      double eastM,
      double northM) {
    double[] latDeg = {PLANE.latDeg(fromNorthM), PLANE.latDeg(northM)};
    double[] lonDeg = {PLANE.lonDeg(fromEastM), PLANE.lonDeg(eastM)};
    builder.add(new SegmentDraft(id, "", "", Double.NaN, limitMps, 1, null, null, latDeg, lonDeg));
    return this;
  }

  RoadNetwork network() {
    return builder.build();
  }
}
