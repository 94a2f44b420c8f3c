package city.wayside.edge.endpoint.mqtt.topic;

/// Whoever gets messages: a connection, or what stands for one. Two are the same only when they are
/// the same object.
public interface Subscriber {

  /// Where [Matches] noted this subscriber last: a field that is [Matches]' own. So it sees at once
  /// that a subscriber has come up before, without a set to keep.
  int matchPlace();

  /// Notes the place.
  void setMatchPlace(int place);
}
