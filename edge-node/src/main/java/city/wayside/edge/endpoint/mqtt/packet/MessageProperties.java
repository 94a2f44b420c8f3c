package city.wayside.edge.endpoint.mqtt.packet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What goes with a message of MQTT 5 and is passed on as it came (§3.3.2.3).
///
/// @param payloadFormat 1 for text in UTF-8, 0 for anything, [#ABSENT] for not said
/// @param messageExpiryS after how many seconds nobody wants the message any more, 0 to
///   4,294,967,295, or [#ABSENT] for never
/// @param contentType what the payload is, as its sender calls it
/// @param responseTopic where an answer is awaited
/// @param correlationData by which the sender knows the answer again; not copied
/// @param userProperties further properties in their order; not copied
public record MessageProperties(
    int payloadFormat,
    long messageExpiryS,
    @Nullable String contentType,
    @Nullable String responseTopic,
    byte @Nullable [] correlationData,
    List<UserProperty> userProperties) {

  /// Stands for a number that is not there.
  public static final int ABSENT = -1;

  /// The payload format that says: text in UTF-8.
  public static final int FORMAT_TEXT = 1;

  private static final MessageProperties NONE =
      new MessageProperties(ABSENT, ABSENT, null, null, null, List.of());

  /// Nothing said, as always in MQTT 3.1.1.
  public static MessageProperties none() {
    return NONE;
  }
}
