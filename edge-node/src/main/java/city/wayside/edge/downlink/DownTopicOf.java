package city.wayside.edge.downlink;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.message.MessageKind;

/// Names the topic on which clients are told of something at a place.
@FunctionalInterface
public interface DownTopicOf {

  /// The topic.
  ///
  /// @param position in range
  /// @param kind what they are told
  String topic(GeoPoint position, MessageKind kind);
}
