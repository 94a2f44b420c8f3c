package city.wayside.edge.endpoint.mqtt.session;

import city.wayside.edge.endpoint.mqtt.packet.MessageProperties;
import city.wayside.edge.endpoint.mqtt.packet.MqttVersion;
import city.wayside.edge.endpoint.mqtt.packet.OutgoingPublish;
import city.wayside.model.downlink.DownMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message and its packets: made at most once for each version of the protocol, however many get
/// it. One event loop.
public final class Outgoing {

  private static final String JSON = "json";

  /// Only says that the message expires; how much of its time is left is written for each client.
  private static final long SOME_TIME_S = 1;

  private final DownMessage message;
  private @Nullable OutgoingPublish mqtt311;
  private @Nullable OutgoingPublish mqtt5;

  /// A message that nobody has asked for yet.
  public Outgoing(DownMessage message) {
    this.message = message;
  }

  public DownMessage message() {
    return message;
  }

  OutgoingPublish packet(MqttVersion version) {
    return switch (version) {
      case V3_1_1 -> {
        OutgoingPublish made = mqtt311 == null ? make(version) : mqtt311;
        mqtt311 = made;
        yield made;
      }
      case V5 -> {
        OutgoingPublish made = mqtt5 == null ? make(version) : mqtt5;
        mqtt5 = made;
        yield made;
      }
    };
  }

  private OutgoingPublish make(MqttVersion version) {
    boolean isText = message.contentType().endsWith(JSON);
    MessageProperties said =
        new MessageProperties(
            isText ? MessageProperties.FORMAT_TEXT : MessageProperties.ABSENT,
            message.expiresMs() == Long.MAX_VALUE ? MessageProperties.ABSENT : SOME_TIME_S,
            message.contentType().isEmpty() ? null : message.contentType(),
            null,
            null,
            List.of());
    return OutgoingPublish.of(version, message.topic(), message.payload(), said);
  }
}
