package city.wayside.messages.translation;

import city.wayside.messages.measure.LocalPlane;
import city.wayside.messages.measure.SaeQuantity;
import city.wayside.messages.sae.Areas;
import city.wayside.messages.sae.MapLanes;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.area.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/// A region of a TIM (SAE J2735 GeographicalPath) as a line of points. A circle becomes a polygon
/// of [#CORNERS] corners on it; a closed path ends where it begins.
final class TimRegion {

  /// Corners of a polygon that stands for a circle: it is at most 2 % smaller.
  static final int CORNERS = 16;

  private static final Path[] XY_X = TimPaths.steps(MapLanes.NODE_XY, "node-XY", "x");
  private static final Path[] XY_Y = TimPaths.steps(MapLanes.NODE_XY, "node-XY", "y");
  private static final Path XY_LON = Path.of(MapLanes.NODE_XY, "delta.node-LatLon.lon");
  private static final Path XY_LAT = Path.of(MapLanes.NODE_XY, "delta.node-LatLon.lat");
  private static final Path[] LL_LON = TimPaths.steps(Areas.NODE_LL, "node-LL", "lon");
  private static final Path[] LL_LAT = TimPaths.steps(Areas.NODE_LL, "node-LL", "lat");
  private static final Path FAR_LON = Path.of(Areas.NODE_LL, "delta.node-LatLon.lon");
  private static final Path FAR_LAT = Path.of(Areas.NODE_LL, "delta.node-LatLon.lat");

  /// Metres of a circle's units, by their positions.
  private static final double[] UNITS_M = {0.01, 0.025, 0.1, 1, 1000, 0.3048, 0.9144, 1609.344};

  private static final double CENTIMETRES = 100;
  private static final GeoPoint NOWHERE = new GeoPoint(Double.NaN, Double.NaN);

  private TimRegion() {}

  /// Where a region is anchored, or the centre of its circle.
  static GeoPoint anchor(Values region) {
    if (region.has(TimPaths.ANCHOR_LAT)) {
      return point(region, TimPaths.ANCHOR_LAT, TimPaths.ANCHOR_LONG);
    }
    long circle = region.number(TimPaths.CIRCLE, region.cell(TimPaths.OLD_CIRCLE));
    return circle == Tape.ABSENT
        ? NOWHERE
        : point(region.at(circle), TimPaths.CENTER_LAT, TimPaths.CENTER_LONG);
  }

  private static GeoPoint point(Values from, Path latitude, Path longitude) {
    return new GeoPoint(
        from.measure(latitude, SaeQuantity.LATITUDE),
        from.measure(longitude, SaeQuantity.LONGITUDE));
  }

  /// The points of a region; none when it has no line or circle.
  static List<GeoPoint> points(Values region) {
    long circle = region.number(TimPaths.CIRCLE, region.cell(TimPaths.OLD_CIRCLE));
    if (circle != Tape.ABSENT) {
      return circle(region.at(circle));
    }
    if (region.has(TimPaths.XY_NODES)) {
      GeoPoint anchor = point(region, TimPaths.ANCHOR_LAT, TimPaths.ANCHOR_LONG);
      long scale = region.number(TimPaths.SCALE, 0);
      return closed(region, metres(region, TimPaths.XY_NODES, anchor, scale));
    }
    if (region.has(TimPaths.SHAPE_NODES)) {
      GeoPoint anchor =
          region.has(TimPaths.SHAPE_ANCHOR_LAT)
              ? point(region, TimPaths.SHAPE_ANCHOR_LAT, TimPaths.SHAPE_ANCHOR_LONG)
              : point(region, TimPaths.ANCHOR_LAT, TimPaths.ANCHOR_LONG);
      return closed(region, metres(region, TimPaths.SHAPE_NODES, anchor, 0));
    }
    return region.has(TimPaths.LL_NODES) ? degrees(region) : pointSet(region);
  }

  private static List<GeoPoint> closed(Values region, List<GeoPoint> line) {
    boolean closes =
        region.cell(TimPaths.CLOSED_PATH) == 1
            && line.size() > 2
            && !line.getFirst().equals(line.getLast());
    if (!closes) {
      return line;
    }
    List<GeoPoint> border = new ArrayList<>(line);
    border.add(line.getFirst());
    return List.copyOf(border);
  }

  /// Nodes in centimetres east and north of the node before, on the plane at the anchor or at the
  /// last node that was given in degrees.
  private static List<GeoPoint> metres(Values region, Path nodes, GeoPoint anchor, long scale) {
    List<GeoPoint> points = new ArrayList<>();
    LocalPlane plane = new LocalPlane(anchor);
    double eastM = 0;
    double northM = 0;
    for (int i = 0; i < region.count(nodes); i++) {
      Values node = region.element(nodes, i);
      if (node.has(XY_LAT)) {
        plane = new LocalPlane(point(node, XY_LAT, XY_LON));
        eastM = 0;
        northM = 0;
      } else {
        eastM += first(node, XY_X) * (1L << scale) / CENTIMETRES;
        northM += first(node, XY_Y) * (1L << scale) / CENTIMETRES;
      }
      GeoPoint point = plane.at(eastM, northM);
      if (Double.isNaN(point.latDeg()) || Double.isNaN(point.lonDeg())) {
        break;
      }
      points.add(point);
    }
    return List.copyOf(points);
  }

  private static List<GeoPoint> degrees(Values region) {
    Way way = from(region, TimPaths.ANCHOR_LAT, TimPaths.ANCHOR_LONG);
    long scale = region.number(TimPaths.SCALE, 0);
    for (int i = 0; i < region.count(TimPaths.LL_NODES); i++) {
      Values node = region.element(TimPaths.LL_NODES, i);
      double lon = first(node, LL_LON);
      if (node.has(FAR_LAT)) {
        way.to(node.cell(FAR_LAT), node.cell(FAR_LON));
      } else if (Double.isNaN(lon)) {
        way.end();
      } else {
        way.step((long) first(node, LL_LAT) << scale, (long) lon << scale);
      }
    }
    if (region.cell(TimPaths.CLOSED_PATH) == 1) {
      way.close();
    }
    return way.points();
  }

  private static List<GeoPoint> pointSet(Values region) {
    Way way =
        region.has(TimPaths.POINTS_ANCHOR_LAT)
            ? from(region, TimPaths.POINTS_ANCHOR_LAT, TimPaths.POINTS_ANCHOR_LONG)
            : from(region, TimPaths.ANCHOR_LAT, TimPaths.ANCHOR_LONG);
    long scale = region.number(TimPaths.POINTS_SCALE, 0);
    for (int i = 0; i < region.count(TimPaths.POINTS); i++) {
      Values point = region.element(TimPaths.POINTS, i);
      way.step(point.cell(TimPaths.POINT_Y) << scale, point.cell(TimPaths.POINT_X) << scale);
    }
    way.close();
    return way.points();
  }

  private static Way from(Values region, Path latitude, Path longitude) {
    // Where there is no anchor, only a node in degrees can say where the others are.
    return new Way(
        region.number(latitude, Integer.MAX_VALUE), region.number(longitude, Integer.MAX_VALUE));
  }

  /// The number of the alternative that a node has; `NaN` when it has none of them.
  private static double first(Values node, Path[] alternatives) {
    for (Path alternative : alternatives) {
      long cell = node.cell(alternative);
      if (cell != Tape.ABSENT) {
        return cell;
      }
    }
    return Double.NaN;
  }

  private static List<GeoPoint> circle(Values circle) {
    GeoPoint center = point(circle, TimPaths.CENTER_LAT, TimPaths.CENTER_LONG);
    if (Double.isNaN(center.latDeg()) || Double.isNaN(center.lonDeg())) {
      return List.of();
    }
    double radiusM = circle.cell(TimPaths.RADIUS) * UNITS_M[(int) circle.cell(TimPaths.UNITS)];
    return polygon(center, radiusM);
  }

  /// The corners of the polygon for a circle, from the north clockwise and back to the north.
  static List<GeoPoint> polygon(GeoPoint center, double radiusM) {
    LocalPlane plane = new LocalPlane(center);
    List<GeoPoint> corners = new ArrayList<>();
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      corners.add(plane.at(radiusM * Math.sin(angle), radiusM * Math.cos(angle)));
    }
    corners.add(corners.getFirst());
    return List.copyOf(corners);
  }
}
