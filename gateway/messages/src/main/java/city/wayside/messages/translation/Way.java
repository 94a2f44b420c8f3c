package city.wayside.messages.translation;

import city.wayside.messages.measure.Quantity;
import city.wayside.model.area.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/// A way that is read step by step, each step from the point before, in 1e-7 degrees. Sums are kept
/// in whole steps, so that a long way does not drift. It ends before the first point that cannot be
/// placed, for no later one can be. One thread.
final class Way {

  /// Once around the earth, in 1e-7 degrees.
  static final long TURN = 3_600_000_000L;

  private static final long HALF_TURN = TURN / 2;
  private static final long POLE = 900_000_000L;

  private final List<GeoPoint> points = new ArrayList<>();
  private long latitude;
  private long longitude;
  private boolean placed;
  private boolean ended;

  /// A way from a position, which is no point of it.
  ///
  /// @param latitude in 1e-7 degrees; outside of -90 to 90 degrees when it is not known
  /// @param longitude in 1e-7 degrees; outside of -180 to 180 degrees when it is not known
  Way(long latitude, long longitude) {
    this.latitude = latitude;
    this.longitude = longitude;
    this.placed = isPlace(latitude, longitude);
  }

  private static boolean isPlace(long latitude, long longitude) {
    return Math.abs(latitude) <= POLE && Math.abs(longitude) <= HALF_TURN;
  }

  /// Goes on by a step.
  void step(long northSteps, long eastSteps) {
    if (!placed) {
      end();
      return;
    }
    long east = longitude + eastSteps;
    to(
        latitude + northSteps,
        east > HALF_TURN ? east - TURN : east < -HALF_TURN ? east + TURN : east);
  }

  /// Goes on to a point.
  void to(long nextLatitude, long nextLongitude) {
    if (ended || !isPlace(nextLatitude, nextLongitude)) {
      end();
      return;
    }
    latitude = nextLatitude;
    longitude = nextLongitude;
    placed = true;
    points.add(
        new GeoPoint(Quantity.LATITUDE.valueOf(latitude), Quantity.LONGITUDE.valueOf(longitude)));
  }

  /// Ends it here: what follows is not available.
  void end() {
    ended = true;
  }

  /// Where it is by now; its coordinates are `NaN` while that is not known.
  GeoPoint here() {
    return placed
        ? new GeoPoint(Quantity.LATITUDE.valueOf(latitude), Quantity.LONGITUDE.valueOf(longitude))
        : new GeoPoint(Double.NaN, Double.NaN);
  }

  /// Returns to the first point, which makes it a border.
  void close() {
    if (points.size() > 2 && !points.getFirst().equals(points.getLast())) {
      points.add(points.getFirst());
    }
  }

  List<GeoPoint> points() {
    return List.copyOf(points);
  }
}
