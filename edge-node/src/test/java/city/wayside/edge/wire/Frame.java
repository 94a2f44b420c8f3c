package city.wayside.edge.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A packet as it came, not looked into yet.
///
/// @param firstOctet the type and the flags
/// @param body everything behind the fixed header
public record Frame(int firstOctet, byte[] body) {

  /// How many octets it has with its fixed header.
  public int lengthBytes() {
    int lengthOctets = 1;
    for (int rest = body.length >> 7; rest > 0; rest >>= 7) {
      lengthOctets++;
    }
    return 1 + lengthOctets + body.length;
  }

  /// Reads the next one.
  ///
  /// @return absent at the end of the stream
  static @Nullable Frame read(InputStream in) throws IOException {
    int firstOctet = in.read();
    if (firstOctet < 0) {
      return null;
    }
    int length = 0;
    int more = 0x80;
    for (int place = 0; more != 0; place++) {
      if (place == 4) {
        throw new AssertionError("a length of more than four octets");
      }
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException("ends within a length");
      }
      if (place > 0 && octet == 0) {
        throw new AssertionError("a length with needless octets");
      }
      length |= (octet & 0x7F) << (7 * place);
      more = octet & 0x80;
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("ends within a packet");
    }
    return new Frame(firstOctet, body);
  }
}
