package city.wayside.edge.endpoint.coap.observe;

import city.wayside.model.downlink.DownMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Puts messages that go down into one frame, the same in which batches come up
/// ([city.wayside.edge.inbound.topic.BatchReader]), except that it may be empty. The type is the
/// last level of the message's topic. One thread.
public final class MessageFrame {

  private static final int LENGTH_MAX = 0xFFFF;
  private static final int TYPE_LENGTH_MAX = 0xFF;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int bytesMax;
  private long untilMs = Long.MAX_VALUE;
  private boolean isAssured;
  private int messagesCount;

  /// An empty frame.
  ///
  /// @param bytesMax how long it may get
  public MessageFrame(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  /// True when no frame has room for a message, however empty it is.
  public static boolean isTooLong(DownMessage message) {
    return message.payload().length > LENGTH_MAX || type(message).length > TYPE_LENGTH_MAX;
  }

  /// Adds a message.
  ///
  /// @param message one that is not [#isTooLong]
  /// @return false when there is no room for it; an empty frame has room for any
  public boolean add(DownMessage message) {
    byte[] type = type(message);
    byte[] payload = message.payload();
    int length = 1 + type.length + 2 + payload.length;
    if (messagesCount > 0 && bytes.size() + length > bytesMax) {
      return false;
    }
    bytes.write(type.length);
    bytes.write(type, 0, type.length);
    bytes.write(payload.length >> 8);
    bytes.write(payload.length);
    bytes.write(payload, 0, payload.length);
    untilMs = Math.min(untilMs, message.expiresMs());
    isAssured |= message.kind().isAssured();
    messagesCount++;
    return true;
  }

  private static byte[] type(DownMessage message) {
    String topic = message.topic();
    return topic.substring(topic.lastIndexOf('/') + 1).getBytes(StandardCharsets.UTF_8);
  }

  /// The frame.
  public byte[] bytes() {
    return bytes.toByteArray();
  }

  /// How many messages are in it.
  public int messagesCount() {
    return messagesCount;
  }

  /// True when one of its messages is to be delivered at least once.
  public boolean isAssured() {
    return isAssured;
  }

  /// For how long all that is in it holds, in whole seconds, 1 at least.
  ///
  /// @param quietS the answer when nothing is in it
  public long holdsS(long nowMs, long quietS) {
    return messagesCount == 0 ? quietS : Math.max(1, (untilMs - nowMs) / 1000);
  }
}
