package city.wayside.edge.downlink;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.area.Quadkey;
import city.wayside.model.message.MessageKind;

/// Topics `v1/geo/{q}/{q}/…/{type}`: the tile of a place, a digit a level.
///
/// @param zoom how many levels, 1 to [Quadkey#ZOOM_MAX]
public record TileTopic(int zoom) implements DownTopicOf {

  @Override
  public String topic(GeoPoint position, MessageKind kind) {
    Quadkey tile = Quadkey.of(position.latDeg(), position.lonDeg(), zoom);
    return "v1/geo/" + tile.levels() + "/" + kind.word();
  }
}
