package city.wayside.messages.translation;

import city.wayside.messages.measure.Quantity;
import city.wayside.model.area.GeoPoint;
import java.util.List;

/// The steps of a way that is written, each from the point before, in 1e-7 degrees. It ends before
/// the first point that is no place or lies further off than a step reaches. One thread.
final class Steps {

  private final long[] northSteps;
  private final long[] eastSteps;
  private int count;

  /// The steps of a way.
  ///
  /// @param from where the first step starts
  /// @param pointsMax how many points are taken at most
  /// @param stepMax how far a step may go along an axis, in 1e-7 degrees
  Steps(GeoPoint from, List<GeoPoint> way, int pointsMax, long stepMax) {
    int most = Math.min(way.size(), pointsMax);
    northSteps = new long[most];
    eastSteps = new long[most];
    long latitude = Quantity.LATITUDE.wireOf(from.latDeg());
    long longitude = Quantity.LONGITUDE.wireOf(from.lonDeg());
    while (count < most && way.get(count).isPosition()) {
      long nextLatitude = Quantity.LATITUDE.wireOf(way.get(count).latDeg());
      long nextLongitude = Quantity.LONGITUDE.wireOf(way.get(count).lonDeg());
      long north = nextLatitude - latitude;
      long east = Math.floorMod(nextLongitude - longitude + Way.TURN / 2, Way.TURN) - Way.TURN / 2;
      if (Math.abs(north) > stepMax || Math.abs(east) > stepMax) {
        return;
      }
      northSteps[count] = north;
      eastSteps[count++] = east;
      latitude = nextLatitude;
      longitude = nextLongitude;
    }
  }

  int count() {
    return count;
  }

  long north(int index) {
    return northSteps[index];
  }

  long east(int index) {
    return eastSteps[index];
  }
}
