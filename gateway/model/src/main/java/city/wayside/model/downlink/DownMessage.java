package city.wayside.model.downlink;

import java.util.Arrays;

/// One message to those clients that are subscribed to its topic.
///
/// @param messageId unique for every message; the same when it is sent again
/// @param topic the topic, without wildcards
/// @param payload the bytes that clients get, [#PAYLOAD_BYTES_MAX] at most
/// @param contentType the media type (MQTT 5 content type); empty when there is none to tell
/// @param kind how it is delivered
/// @param conflationKey a slow client is sent only the newest of those with the same key; empty
///   when every one counts
/// @param expiresMs until when it is worth delivering, milliseconds since 1970
public record DownMessage(
    long messageId,
    String topic,
    byte[] payload,
    String contentType,
    Kind kind,
    String conflationKey,
    long expiresMs)
    implements DownItem {

  /// How long a payload may be, in bytes.
  public static final int PAYLOAD_BYTES_MAX = 65_536;

  /// Refuses a payload that is too long: whoever makes messages has a smaller limit of its own.
  public DownMessage {
    if (payload.length > PAYLOAD_BYTES_MAX) {
      throw new IllegalArgumentException(
          "a payload of %d bytes, allowed are %d".formatted(payload.length, PAYLOAD_BYTES_MAX));
    }
  }

  /// How a message is delivered.
  public enum Kind {
    /// Once, to those that are there (QoS 0): a beacon.
    BEACON,
    /// At least once (QoS 1), also to clients that are away for a while.
    NOTICE,
    /// The same, and to those that subscribe while it is valid: it is retained for its topic. One
    /// without payload ends what was retained.
    RETAINED;

    /// True when it is delivered at least once.
    public boolean isAssured() {
      return this != BEACON;
    }
  }

  /// True when it is retained for its topic; without payload it ends what was retained.
  public boolean isRetained() {
    return kind == Kind.RETAINED;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DownMessage message
        && messageId == message.messageId
        && topic.equals(message.topic)
        && Arrays.equals(payload, message.payload)
        && contentType.equals(message.contentType)
        && kind == message.kind
        && conflationKey.equals(message.conflationKey)
        && expiresMs == message.expiresMs;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(messageId);
  }
}
