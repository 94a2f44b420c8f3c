package city.wayside.edge.downlink;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.message.MessageKind;

/// Topics `v1/geo/{q}/{q}/…/{type}`: the quadkey of the Mercator tile of a place, a digit a level.
///
/// @param zoom how many levels, 1 to 22
public record TileTopic(int zoom) implements DownTopicOf {

  /// The Mercator map is a square when it ends here.
  private static final double LAT_DEG_MAX = 85.05112878;

  @Override
  public String topic(GeoPoint position, MessageKind kind) {
    double latDeg = Math.max(-LAT_DEG_MAX, Math.min(LAT_DEG_MAX, position.latDeg()));
    double sin = Math.sin(Math.toRadians(latDeg));
    long x = tile((position.lonDeg() + 180) / 360);
    long y = tile(0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI));
    StringBuilder topic = new StringBuilder("v1/geo/");
    for (int level = zoom - 1; level >= 0; level--) {
      topic.append(((x >> level) & 1) + 2 * ((y >> level) & 1)).append('/');
    }
    return topic.append(kind.word()).toString();
  }

  private long tile(double share) {
    long count = 1L << zoom;
    return Math.max(0, Math.min(count - 1, (long) Math.floor(share * count)));
  }
}
