package city.wayside.edge.endpoint.mqtt.topic;

import city.wayside.model.downlink.DownMessage;

/// A message that is retained for its topic.
///
/// @param sequence its place in the log of the grid
/// @param message what is retained
public record Retained(long sequence, DownMessage message) {

  /// True once the message is worth nothing any more.
  boolean isOver(long nowMs) {
    return message.expiresMs() <= nowMs;
  }

  /// What it counts for in the limit of bytes: topic and payload.
  int lengthBytes() {
    return message.topic().length() + message.payload().length;
  }
}
