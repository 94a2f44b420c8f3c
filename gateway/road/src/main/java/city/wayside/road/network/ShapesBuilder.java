package city.wayside.road.network;

import java.util.Arrays;

/// Packs polylines into [Shapes].
final class ShapesBuilder {

  private final IntList start = new IntList();
  private final IntList latE7 = new IntList();
  private final IntList lonE7 = new IntList();
  private float[] alongM = new float[64];
  private double geometryM;

  ShapesBuilder() {
    start.add(0);
  }

  /// Adds a polyline; points that repeat the one before are left out.
  ///
  /// @param lengthM what its length shall be; `NaN` for the length of its geometry
  /// @return its length; 0 when all its points are the same and nothing was added
  double add(double[] latDeg, double[] lonDeg, double lengthM) {
    int first = latE7.size();
    geometryM = 0;
    for (int i = 0; i < latDeg.length; i++) {
      int lat = (int) Math.round(latDeg[i] * Shapes.E7);
      int lon = (int) Math.round(lonDeg[i] * Shapes.E7);
      int last = latE7.size() - 1;
      if (last >= first && latE7.get(last) == lat && lonE7.get(last) == lon) {
        continue;
      }
      if (last >= first) {
        geometryM += distanceM(latE7.get(last), lonE7.get(last), lat, lon);
      }
      latE7.add(lat);
      lonE7.add(lon);
      setAlong(latE7.size() - 1, geometryM);
    }
    if (latE7.size() - first < 2) {
      latE7.shrink(first);
      lonE7.shrink(first);
      return 0;
    }
    double wantedM = Double.isNaN(lengthM) ? geometryM : lengthM;
    for (int i = first; i < latE7.size(); i++) {
      alongM[i] = (float) (alongM[i] * (wantedM / geometryM));
    }
    start.add(latE7.size());
    return wantedM;
  }

  /// Length of the geometry that was added last, whatever its length shall be.
  double geometryM() {
    return geometryM;
  }

  /// Takes the polyline that was added last out again.
  void removeLast() {
    start.shrink(start.size() - 1);
    latE7.shrink(start.get(start.size() - 1));
    lonE7.shrink(start.get(start.size() - 1));
  }

  private void setAlong(int point, double distanceM) {
    if (point == alongM.length) {
      alongM = Arrays.copyOf(alongM, point * 2);
    }
    alongM[point] = (float) distanceM;
  }

  int pointCount() {
    return latE7.size();
  }

  int latE7(int point) {
    return latE7.get(point);
  }

  int lonE7(int point) {
    return lonE7.get(point);
  }

  double latDeg(int point) {
    return latE7.get(point) / Shapes.E7;
  }

  double lonDeg(int point) {
    return lonE7.get(point) / Shapes.E7;
  }

  int firstPoint(int link) {
    return start.get(link);
  }

  int lastPoint(int link) {
    return start.get(link + 1) - 1;
  }

  int linkCount() {
    return start.size() - 1;
  }

  Shapes build() {
    return new Shapes(
        start.toArray(), latE7.toArray(), lonE7.toArray(), Arrays.copyOf(alongM, latE7.size()));
  }

  /// Distance of two near points, of a sphere.
  static double distanceM(int latE7, int lonE7, int otherLatE7, int otherLonE7) {
    double middleDeg = (latE7 + (double) otherLatE7) / 2 / Shapes.E7;
    double northM = (otherLatE7 - (double) latE7) / Shapes.E7 * LocalPlane.NORTH_M_PER_DEG;
    double eastM =
        (otherLonE7 - (double) lonE7)
            / Shapes.E7
            * LocalPlane.NORTH_M_PER_DEG
            * Math.cos(Math.toRadians(middleDeg));
    return Math.hypot(northM, eastM);
  }
}
