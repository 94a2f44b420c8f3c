package city.wayside.server;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.message.Report;
import city.wayside.server.http.ProblemException;
import city.wayside.server.http.Query;
import org.jspecify.annotations.Nullable;

/// A circle on the earth, taken as a sphere of its mean radius: within 0.5 % of the ellipsoid.
///
/// @param latDeg latitude of the centre, -90 to 90
/// @param lonDeg longitude of the centre, -180 to 180
/// @param radiusM radius, above zero
record Circle(double latDeg, double lonDeg, double radiusM) {

  private static final double EARTH_RADIUS_M = 6_371_008.8;
  private static final double RADIUS_M_MAX = 100_000;
  private static final String FORM =
      "latitude,longitude,metres with latitude within -90 to 90, longitude within -180 to 180 and"
          + " metres above 0, up to 100000";

  /// The circle that a parameter gives.
  static @Nullable Circle of(Query query, String name) throws ProblemException {
    String text = query.text(name);
    if (text == null) {
      return null;
    }
    double[] numbers = query.numbers(name, text, 3, FORM);
    boolean onEarth = Math.abs(numbers[0]) <= 90 && Math.abs(numbers[1]) <= 180;
    if (!onEarth || numbers[2] <= 0 || numbers[2] > RADIUS_M_MAX) {
      throw Query.refused(name, text, FORM);
    }
    return new Circle(numbers[0], numbers[1], numbers[2]);
  }

  /// The smallest box around it, cut off at the poles and the antimeridian.
  BoundingBox box() {
    double heightDeg = Math.toDegrees(radiusM / EARTH_RADIUS_M);
    double southDeg = Math.max(-90, latDeg - heightDeg);
    double northDeg = Math.min(90, latDeg + heightDeg);
    if (southDeg == -90 || northDeg == 90) {
      return new BoundingBox(southDeg, -180, northDeg, 180);
    }
    double ratio = Math.sin(radiusM / EARTH_RADIUS_M) / Math.cos(Math.toRadians(latDeg));
    double widthDeg = Math.toDegrees(Math.asin(Math.min(1, ratio)));
    return new BoundingBox(
        southDeg, Math.max(-180, lonDeg - widthDeg), northDeg, Math.min(180, lonDeg + widthDeg));
  }

  /// True when a report's position is inside or on the edge (haversine formula).
  boolean contains(Report report) {
    double halfLat = Math.toRadians(report.latDeg() - latDeg) / 2;
    double halfLon = Math.toRadians(report.lonDeg() - lonDeg) / 2;
    double share =
        Math.pow(Math.sin(halfLat), 2)
            + Math.cos(Math.toRadians(latDeg))
                * Math.cos(Math.toRadians(report.latDeg()))
                * Math.pow(Math.sin(halfLon), 2);
    return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(share))) <= radiusM;
  }
}
