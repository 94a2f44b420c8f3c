package city.wayside.edge.endpoint.coap.problem;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// What went wrong, for machines and people: a CBOR map with the standard entries `title` (-1) and
/// `detail` (-2) of RFC 9290 §2.
///
/// @param title the stable word of what went wrong
/// @param detail one sentence for the developer of the client; empty for none
public record ProblemDetails(String title, String detail) {

  /// The content format `application/concise-problem-details+cbor`.
  public static final int CONTENT_FORMAT = 257;

  /// Longer texts are cut off, so that an answer stays one datagram.
  static final int TEXT_BYTES_MAX = 512;

  // Major types and values of RFC 8949 §3.1.
  private static final int MAP = 5 << 5;
  private static final int TEXT = 3 << 5;
  private static final int MINUS_1 = 1 << 5;
  private static final int MINUS_2 = (1 << 5) | 1;
  private static final int ONE_BYTE_LENGTH = 24;
  private static final int TWO_BYTES_LENGTH = 25;

  /// The details as CBOR.
  public byte[] cbor() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(MAP | (detail.isEmpty() ? 1 : 2));
    out.write(MINUS_1);
    text(out, title);
    if (!detail.isEmpty()) {
      out.write(MINUS_2);
      text(out, detail);
    }
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = end(bytes);
    if (length < ONE_BYTE_LENGTH) {
      out.write(TEXT | length);
    } else if (length <= 0xFF) {
      out.write(TEXT | ONE_BYTE_LENGTH);
      out.write(length);
    } else {
      out.write(TEXT | TWO_BYTES_LENGTH);
      out.write(length >> 8);
      out.write(length);
    }
    out.write(bytes, 0, length);
  }

  /// Where a text is cut off: never within a character.
  private static int end(byte[] bytes) {
    int end = Math.min(bytes.length, TEXT_BYTES_MAX);
    while (end < bytes.length && end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return end;
  }
}
