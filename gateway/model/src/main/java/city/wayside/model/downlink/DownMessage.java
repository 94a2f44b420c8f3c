package city.wayside.model.downlink;

/// One message to those clients that are subscribed to its topic.
///
/// @param messageId unique for every message; the same when it is sent again
/// @param topic the topic, without wildcards
/// @param payload the bytes that clients get
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
}
