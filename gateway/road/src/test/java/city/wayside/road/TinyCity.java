package city.wayside.road;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.road.network.LocalPlane;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;

/// Networks and reports in metres east and north of a point in the middle of nowhere.
public final class TinyCity {

  /// The first moment of all tests: a whole minute.
  public static final long START_MS = 1_800_000_000_000L;

  private static final LocalPlane PLANE = LocalPlane.around(50, 10);

  private final RoadNetworkBuilder builder = new RoadNetworkBuilder();

  /// Adds a segment along points given as east, north, east, north, ...
  public TinyCity road(String id, String fromNode, String toNode, double... eastNorthM) {
    double[] latDeg = new double[eastNorthM.length / 2];
    double[] lonDeg = new double[latDeg.length];
    for (int i = 0; i < latDeg.length; i++) {
      lonDeg[i] = lonDeg(eastNorthM[2 * i]);
      latDeg[i] = latDeg(eastNorthM[2 * i + 1]);
    }
    builder.add(
        new SegmentDraft(id, "", "", Double.NaN, Double.NaN, 1, fromNode, toNode, latDeg, lonDeg));
    return this;
  }

  public RoadNetwork build() {
    return builder.build();
  }

  public static double latDeg(double northM) {
    return PLANE.latDeg(northM);
  }

  public static double lonDeg(double eastM) {
    return PLANE.lonDeg(eastM);
  }

  /// A car's report.
  public static Report car(
      long station, double timeS, double eastM, double northM, double speedMps, double headingDeg) {
    return report(station, StationType.PASSENGER_CAR, timeS, eastM, northM, speedMps, headingDeg);
  }

  /// Any station's report.
  public static Report report(
      long station,
      StationType type,
      double timeS,
      double eastM,
      double northM,
      double speedMps,
      double headingDeg) {
    return new Report(
        station,
        type,
        MessageKind.CAM,
        START_MS + Math.round(timeS * 1000),
        latDeg(northM),
        lonDeg(eastM),
        speedMps,
        headingDeg,
        Double.NaN);
  }
}
