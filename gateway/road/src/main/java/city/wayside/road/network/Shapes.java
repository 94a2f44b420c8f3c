package city.wayside.road.network;

/// The geometry of all links in flat arrays: the points of link `i` are `start[i]` to `start[i +
/// 1]`, exclusive.
///
/// @param start first point of each link, and one more
/// @param latE7 latitudes in 10^-7 degrees
/// @param lonE7 longitudes in 10^-7 degrees
/// @param alongM each point's distance from the start of its link, scaled so that the last point's
///   is the link's length
record Shapes(int[] start, int[] latE7, int[] lonE7, float[] alongM) {

  static final double E7 = 1e7;

  int linkCount() {
    return start.length - 1;
  }
}
