package city.wayside.kit.coap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the messages of a client that posts (RFC 7252 §3).
public final class CoapPackets {

  /// Type of a message that wants an acknowledgement.
  static final int CON = 0;

  /// Type of a message that wants none.
  static final int NON = 1;

  /// Type of an acknowledgement.
  static final int ACK = 2;

  /// Type of what says that a message was not understood.
  static final int RST = 3;

  /// Bytes of every token.
  static final int TOKEN_BYTES = 2;

  private static final int VERSION_BITS = 0x40;
  private static final int HEADER_BYTES = 4;
  private static final byte PAYLOAD_FOLLOWS = (byte) 0xFF;

  private static final int URI_PATH = 11;
  private static final int CONTENT_FORMAT = 12;
  private static final int NO_RESPONSE = 258;
  private static final int NOT_ANY = 2 + 8 + 16; // RFC 7967: neither 2.xx nor 4.xx nor 5.xx

  /// From here on a length or a delta has one more byte (RFC 7252 §3.1).
  private static final int ONE_MORE = 13;

  /// From here on it has two more.
  private static final int TWO_MORE = 269;

  private CoapPackets() {}

  /// The options of a POST, to be written once and used for all that are like it.
  ///
  /// @param path levels with `/` between
  /// @param contentFormat of the payload, 0 to 255
  /// @param isAnswered false to ask that nothing be answered (RFC 7967)
  public static byte[] options(String path, int contentFormat, boolean isAnswered) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int number = 0;
    for (String level : path.split("/")) {
      option(out, URI_PATH - number, level.getBytes(StandardCharsets.UTF_8));
      number = URI_PATH;
    }
    option(out, CONTENT_FORMAT - number, new byte[] {(byte) contentFormat});
    if (!isAnswered) {
      option(out, NO_RESPONSE - CONTENT_FORMAT, new byte[] {NOT_ANY});
    }
    return out.toByteArray();
  }

  private static void option(ByteArrayOutputStream out, int delta, byte[] value) {
    out.write((nibble(delta) << 4) | nibble(value.length));
    extend(out, delta);
    extend(out, value.length);
    out.writeBytes(value);
  }

  private static int nibble(int number) {
    if (number < ONE_MORE) {
      return number;
    }
    return number < TWO_MORE ? 13 : 14;
  }

  private static void extend(ByteArrayOutputStream out, int number) {
    if (number >= TWO_MORE) {
      out.write((number - TWO_MORE) >> 8);
      out.write(number - TWO_MORE);
    } else if (number >= ONE_MORE) {
      out.write(number - ONE_MORE);
    }
  }

  /// A POST.
  ///
  /// @param token 0 to 65,535
  /// @param options from [#options(String, int, boolean)]
  static byte[] post(int type, int messageId, int token, byte[] options, byte[] payload) {
    int payloadAt = HEADER_BYTES + TOKEN_BYTES + options.length + 1;
    byte[] message = new byte[payloadAt + payload.length];
    header(message, type, TOKEN_BYTES, CoapCode.POST, messageId);
    message[HEADER_BYTES] = (byte) (token >> 8);
    message[HEADER_BYTES + 1] = (byte) token;
    System.arraycopy(options, 0, message, HEADER_BYTES + TOKEN_BYTES, options.length);
    message[payloadAt - 1] = PAYLOAD_FOLLOWS;
    System.arraycopy(payload, 0, message, payloadAt, payload.length);
    return message;
  }

  /// A message without code: an acknowledgement without response, or with CON the question whether
  /// a server is there, which it answers with RST (RFC 7252 §4.3).
  static byte[] empty(int type, int messageId) {
    byte[] message = new byte[HEADER_BYTES];
    header(message, type, 0, CoapCode.EMPTY, messageId);
    return message;
  }

  private static void header(byte[] message, int type, int tokenBytes, int code, int messageId) {
    message[0] = (byte) (VERSION_BITS | (type << 4) | tokenBytes);
    message[1] = (byte) code;
    message[2] = (byte) (messageId >> 8);
    message[3] = (byte) messageId;
  }
}
