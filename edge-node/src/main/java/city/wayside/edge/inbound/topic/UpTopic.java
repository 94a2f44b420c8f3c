package city.wayside.edge.inbound.topic;

import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refused;

/// What the topic of a PUBLISH says.
public sealed interface UpTopic {

  /// `v1/up/{station}/{type}`: a message of a station.
  ///
  /// @param stationId the station, or [city.wayside.edge.inbound.Inbound#STATION_IN_PAYLOAD] for
  ///   `-`
  /// @param kind the kind of message
  record Up(long stationId, MessageKind kind) implements UpTopic {}

  /// `{prefix}/inQueue/v2x/{type}/{uuid}/{q}/…`: a message in the layout of the its-client SDKs.
  /// Its station and its place are the payload's; the topic's tile is only checked to be one.
  ///
  /// @param kind the kind of message
  /// @param uuid the name that the sender gives itself, to be told to those who hear the message
  record Queued(MessageKind kind, String uuid) implements UpTopic {}

  /// `v1/up/{client}/batch`: several messages in one frame, see [BatchReader].
  ///
  /// @param client whose batch it is, or [#SELF]
  record Batch(String client) implements UpTopic {}

  /// `v1/up/{client}/status`: whether a client is there, most often its will.
  ///
  /// @param client whose status it is, or [#SELF]
  record Status(String client) implements UpTopic {}

  /// A topic that nothing is taken on.
  ///
  /// @param refused why
  record Elsewhere(Refused refused) implements UpTopic {}

  /// Stands for the client that publishes, in the place of its id.
  String SELF = "-";
}
