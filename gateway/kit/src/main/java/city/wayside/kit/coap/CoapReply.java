package city.wayside.kit.coap;

import org.jspecify.annotations.Nullable;

/// As much of a received message as a client that only posts needs.
///
/// @param type 0 to 3: CON, NON, ACK, RST
/// @param code its code, 0 for an empty message
/// @param messageId 0 to 65,535
/// @param token the value of a token of two bytes; -1 for any other
record CoapReply(int type, int code, int messageId, int token) {

  static final int NO_TOKEN = -1;

  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 4;
  private static final int TOKEN_BYTES_MAX = 8;
  private static final int BYTE = 0xFF;

  /// Reads a message.
  ///
  /// @return nothing when it is none (RFC 7252 §3: such are ignored)
  static @Nullable CoapReply read(byte[] message) {
    if (message.length < HEADER_BYTES || (message[0] & BYTE) >> 6 != VERSION) {
      return null;
    }
    int tokenBytes = message[0] & 0x0F;
    if (tokenBytes > TOKEN_BYTES_MAX || message.length < HEADER_BYTES + tokenBytes) {
      return null;
    }
    int token = tokenBytes == CoapPackets.TOKEN_BYTES ? twoBytes(message, HEADER_BYTES) : NO_TOKEN;
    return new CoapReply((message[0] >> 4) & 3, message[1] & BYTE, twoBytes(message, 2), token);
  }

  private static int twoBytes(byte[] message, int at) {
    return ((message[at] & BYTE) << 8) | (message[at + 1] & BYTE);
  }

  /// True for a message that carries a response.
  boolean isResponse() {
    return code > 0x1F;
  }
}
