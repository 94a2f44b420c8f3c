package city.wayside.edge.inbound.topic;

import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// Walks over the frame of a batch, in which a roadside unit sends several messages at once:
///
/// ```text
/// batch   = 1*message
/// message = typeLength (1 byte) type (ASCII) length (2 bytes, big-endian) payload
/// ```
///
/// Payloads stay where they are. A message of a type that nobody knows is refused alone, and the
/// next one is read; only where the lengths do not fit is the rest lost, for nobody can tell where
/// the next message begins. To be used again and again, by one thread at a time:
///
/// ```java
/// reader.start(bytes, offset, length);
/// while (reader.next()) {
///   Refused refused = reader.refused();
///   if (refused == null) { … reader.kind(), reader.offset(), reader.length() … }
/// }
/// ```
public final class BatchReader {

  /// Messages of one batch; those beyond it are refused together.
  public static final int MESSAGES_MAX = 512;

  private byte[] bytes = {};
  private int startAt;
  private int end;
  private int nextAt;
  private int nextIndex;
  private int messageAt;
  private int payloadAt;
  private int payloadBytes;
  private @Nullable MessageKind kind;
  private @Nullable Refused refused;

  /// Begins a batch.
  ///
  /// @param batch holds the frame; only read, and kept until the next call
  /// @param offset index of the frame's first byte
  /// @param lengthBytes how many bytes the frame has
  public void start(byte[] batch, int offset, int lengthBytes) {
    bytes = batch;
    startAt = offset;
    nextAt = offset;
    end = offset + lengthBytes;
    nextIndex = 0;
    kind = null;
    refused = null;
  }

  /// Goes to the next message, or to what must be refused. A batch without any message is refused
  /// too.
  ///
  /// @return false when there is nothing more
  public boolean next() {
    kind = null;
    refused = null;
    if (nextAt >= end && nextIndex > 0) {
      return false;
    }
    messageAt = nextAt;
    payloadAt = nextAt;
    payloadBytes = 0;
    if (nextIndex == MESSAGES_MAX) {
      giveUp(Refusal.TOO_LARGE, "a batch may have at most " + MESSAGES_MAX + " messages");
    } else {
      read();
    }
    nextIndex++;
    return true;
  }

  /// Why there is no message in this place; absent when there is one.
  public @Nullable Refused refused() {
    return refused;
  }

  /// Which message it is, counted from 0.
  public int index() {
    return nextIndex - 1;
  }

  /// The kind of message.
  public MessageKind kind() {
    if (kind == null) {
      throw new IllegalStateException("there is no message here: " + refused);
    }
    return kind;
  }

  /// Index of the payload's first byte, in the array that was given.
  public int offset() {
    return payloadAt;
  }

  /// How many bytes the payload has.
  public int length() {
    return payloadBytes;
  }

  private void read() {
    int left = end - messageAt;
    if (left == 0) {
      giveUp(Refusal.MALFORMED, "a batch must have at least one message");
      return;
    }
    int typeBytes = bytes[messageAt] & 0xFF;
    int headBytes = 1 + typeBytes + 2;
    if (headBytes > left) {
      giveUp(
          Refusal.MALFORMED,
          "the type has "
              + typeBytes
              + " bytes, and with the lengths needs "
              + headBytes
              + " where "
              + left
              + " are left");
      return;
    }
    payloadAt = messageAt + headBytes;
    payloadBytes = ((bytes[payloadAt - 2] & 0xFF) << 8) | (bytes[payloadAt - 1] & 0xFF);
    if (payloadBytes > end - payloadAt) {
      giveUp(
          Refusal.MALFORMED,
          "the payload has " + payloadBytes + " bytes where " + (end - payloadAt) + " are left");
      return;
    }
    nextAt = payloadAt + payloadBytes;
    kind = KindWords.OWN.find(bytes, messageAt + 1, messageAt + 1 + typeBytes);
    if (kind == null) {
      refuse(
          Refusal.UNKNOWN_TOPIC,
          "the type must be one of cam, denm, probe and the other known types");
    }
  }

  private void giveUp(Refusal code, String reason) {
    refuse(code, reason + "; the rest of the batch is not read");
    nextAt = end;
  }

  private void refuse(Refusal code, String reason) {
    refused =
        new Refused(
            code,
            "message "
                + nextIndex
                + " of the batch, at byte "
                + (messageAt - startAt)
                + ": "
                + reason);
  }
}
