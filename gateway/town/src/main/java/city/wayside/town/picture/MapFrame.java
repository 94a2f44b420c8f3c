package city.wayside.town.picture;

import city.wayside.model.area.BoundingBox;
import city.wayside.road.network.LocalPlane;
import java.util.Arrays;

/// Where on the sheet a place of the city lies: north is up, and a metre is as long in all
/// directions.
///
/// @param plane metres around the middle of the box
/// @param pxPerM pixels of a metre
/// @param width width of the map, in pixels
/// @param height its height
record MapFrame(LocalPlane plane, double pxPerM, int width, int height) {

  static final int MARGIN = 20;

  private static final int HEIGHT_MIN = 420;
  private static final double SIDE_M_MIN = 50;
  private static final double NEAR_PX = 0.5;

  /// The frame of a box; neither wider nor higher than a number of pixels.
  static MapFrame of(BoundingBox box, int sideMax) {
    LocalPlane plane =
        LocalPlane.around(
            (box.southDeg() + box.northDeg()) / 2, (box.westDeg() + box.eastDeg()) / 2);
    double widthM = Math.max(SIDE_M_MIN, 2 * plane.eastM(box.eastDeg()));
    double heightM = Math.max(SIDE_M_MIN, 2 * plane.northM(box.northDeg()));
    double pxPerM = (sideMax - 2.0 * MARGIN) / Math.max(widthM, heightM);
    int width = (int) Math.ceil(widthM * pxPerM) + 2 * MARGIN;
    int height = (int) Math.ceil(heightM * pxPerM) + 2 * MARGIN;
    return new MapFrame(plane, pxPerM, Math.max(HEIGHT_MIN, width), Math.max(HEIGHT_MIN, height));
  }

  double x(double lonDeg) {
    return width / 2.0 + plane.eastM(lonDeg) * pxPerM;
  }

  double y(double latDeg) {
    return height / 2.0 - plane.northM(latDeg) * pxPerM;
  }

  /// A polyline as x, y, x, y, ...; points that nearly repeat the one before are left out.
  double[] line(double[] latDeg, double[] lonDeg) {
    double[] line = new double[2 * latDeg.length];
    int size = 0;
    for (int i = 0; i < latDeg.length; i++) {
      double x = x(lonDeg[i]);
      double y = y(latDeg[i]);
      boolean isNear = size > 0 && Math.hypot(x - line[size - 2], y - line[size - 1]) < NEAR_PX;
      if (!isNear || i == latDeg.length - 1) {
        line[size++] = x;
        line[size++] = y;
      }
    }
    return Arrays.copyOf(line, size);
  }
}
