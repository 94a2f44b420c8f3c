package city.wayside.grid.form;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventPlace;
import java.util.List;

/// The smallest box that holds where an event is: its position and its zones; where both are not
/// known, the ways that lead to it. An event that is nowhere has an extent that meets no box.
///
/// @param southDeg lowest latitude
/// @param westDeg lowest longitude
/// @param northDeg highest latitude
/// @param eastDeg highest longitude
record Extent(double southDeg, double westDeg, double northDeg, double eastDeg) {

  private static final Extent NOWHERE =
      new Extent(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  static Extent of(EventPlace place) {
    Extent extent = NOWHERE.with(place.position()).withAll(place.zones());
    return extent.equals(NOWHERE) ? NOWHERE.withAll(place.traces()) : extent;
  }

  private Extent withAll(List<List<GeoPoint>> ways) {
    Extent extent = this;
    for (List<GeoPoint> way : ways) {
      for (GeoPoint point : way) {
        extent = extent.with(point);
      }
    }
    return extent;
  }

  private Extent with(GeoPoint point) {
    if (!point.isPosition()) {
      return this;
    }
    return new Extent(
        Math.min(southDeg, point.latDeg()),
        Math.min(westDeg, point.lonDeg()),
        Math.max(northDeg, point.latDeg()),
        Math.max(eastDeg, point.lonDeg()));
  }
}
