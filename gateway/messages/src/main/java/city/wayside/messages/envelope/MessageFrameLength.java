package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refusal;

/// Reads how long a MessageFrame is from its first bytes (SAE J2735, packed encoding): an extension
/// bit and 15 bits of DSRCmsgID, then the length of the message as an open type (X.691 §11.2,
/// §11.9).
///
/// ```
/// | 00 | DSRCmsgID 8 | 0 length 7   | message |
/// | 00 | DSRCmsgID 8 | 10 length 14 | message |
/// ```
final class MessageFrameLength {

  private static final int LENGTH_AT_BYTES = 2;
  private static final int TWO_OCTETS = 0x80;
  private static final int FRAGMENTED = 0xC0;
  private static final int HIGH_MASK = 0x3F;

  private MessageFrameLength() {}

  /// How many bytes a frame has by its own account, or 0 where its length cannot be told.
  ///
  /// @param at how many bytes after the cursor it begins; the cursor does not move
  static int bytes(ByteCursor in, int at) {
    int first = in.peek(at + LENGTH_AT_BYTES);
    int second = in.peek(at + LENGTH_AT_BYTES + 1);
    if (first <= 0 || second < 0 || first >= FRAGMENTED) {
      return 0;
    }
    return first < TWO_OCTETS
        ? LENGTH_AT_BYTES + 1 + first
        : LENGTH_AT_BYTES + 2 + ((first & HIGH_MASK) << 8 | second);
  }

  /// Refuses a frame that cannot be whole, so that bytes which only begin like one are not taken.
  static void requireWhole(ByteCursor in) throws Unreadable {
    int bytes = bytes(in, 0);
    if (bytes == 0 || bytes > in.leftBytes()) {
      throw new Unreadable(
          Refusal.MALFORMED,
          "MessageFrame",
          in.atBytes(),
          (bytes == 0 ? "has no length that can be read" : "has " + bytes + " bytes by its length")
              + ", but "
              + in.leftBytes()
              + " are there");
    }
  }
}
