package city.wayside.edge.endpoint.mqtt.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads the fields of one packet, one after the other, and never beyond its end (MQTT 5 §1.5).
/// Reusable; what is read stays where it lies unless a string or an array is asked for.
final class FieldReader {

  private byte[] bytes = {};
  private int at;
  private int end;

  /// Begins at a place.
  FieldReader reset(byte[] source, int from, int to) {
    bytes = source;
    at = from;
    end = to;
    return this;
  }

  /// The array that is read.
  byte[] bytes() {
    return bytes;
  }

  /// Where the next field begins.
  int at() {
    return at;
  }

  /// Where the packet, or the section that is read, ends.
  int end() {
    return end;
  }

  /// How many bytes are left.
  int remaining() {
    return end - at;
  }

  /// Lets reading end earlier, as a section with its own length does.
  ///
  /// @return the end so far, to be given back to [#leave]
  int enter(int lengthBytes, String section) throws BadPacket {
    require(lengthBytes, section);
    int outer = end;
    end = at + lengthBytes;
    return outer;
  }

  /// Ends a section.
  void leave(int outerEnd) {
    end = outerEnd;
  }

  int u8(String field) throws BadPacket {
    require(1, field);
    return bytes[at++] & 0xFF;
  }

  int u16(String field) throws BadPacket {
    require(2, field);
    int value = (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    at += 2;
    return value;
  }

  long u32(String field) throws BadPacket {
    return (long) u16(field) << 16 | u16(field);
  }

  /// A packet identifier, which is never 0 (§2.2.1).
  int packetId() throws BadPacket {
    int packetId = u16("packet identifier");
    if (packetId == 0) {
      throw BadPacket.protocolError("packet identifier is 0");
    }
    return packetId;
  }

  /// A number of one to four bytes, in no more than it takes (§1.5.5).
  int variable(String field) throws BadPacket {
    int value = u8(field);
    if (value < 0x80) {
      return value;
    }
    value &= 0x7F;
    int shift = 7;
    int part;
    do {
      if (shift == 7 * VariableLength.BYTES_MAX) {
        throw BadPacket.malformed(field + " takes more than four bytes");
      }
      part = u8(field);
      value |= (part & 0x7F) << shift;
      shift += 7;
    } while (part >= 0x80);
    if (part == 0) {
      throw BadPacket.malformed(field + " takes more bytes than it needs");
    }
    return value;
  }

  /// Passes over a field with its length before it.
  ///
  /// @return where its content begins; it ends at [#at]
  int binary(String field) throws BadPacket {
    int length = u16(field);
    require(length, field);
    int from = at;
    at += length;
    return from;
  }

  /// Passes over text, which is well-formed and has no U+0000 (§1.5.4).
  ///
  /// @return where its characters begin; they end at [#at]
  int text(String field) throws BadPacket {
    int from = binary(field);
    if (!Utf8.isPlainText(bytes, from, at)) {
      checkText(from, field);
    }
    return from;
  }

  /// Passes over a topic name, which may be empty.
  ///
  /// @return where its characters begin; they end at [#at]
  int name(String field) throws BadPacket {
    int from = binary(field);
    if (!Utf8.isPlainName(bytes, from, at)) {
      checkText(from, field);
      TopicSyntax.checkName(bytes, from, at, field);
    }
    return from;
  }

  private void checkText(int from, String field) throws BadPacket {
    if (!Utf8.isWellFormed(bytes, from, at)) {
      throw BadPacket.malformed(field + " is not well-formed UTF-8");
    }
    if (Utf8.has(bytes, from, at, 0)) {
      throw BadPacket.malformed(field + " has the character U+0000");
    }
  }

  /// Passes over a topic name that is not empty.
  ///
  /// @return where its characters begin; they end at [#at]
  int nonemptyName(String field) throws BadPacket {
    int from = name(field);
    if (from == at) {
      throw BadPacket.protocolError(field + " is empty");
    }
    return from;
  }

  /// Text as a string.
  String string(String field) throws BadPacket {
    return stringSince(text(field));
  }

  /// What was just passed over, as a string.
  String stringSince(int from) {
    return new String(bytes, from, at - from, StandardCharsets.UTF_8);
  }

  /// A field with its length before it, as an array of its own.
  byte[] copy(String field) throws BadPacket {
    return Arrays.copyOfRange(bytes, binary(field), at);
  }

  /// Makes sure that nothing is left.
  void requireEnd() throws BadPacket {
    if (at != end) {
      throw BadPacket.malformed("goes on for " + (end - at) + " bytes after its last field");
    }
  }

  private void require(int lengthBytes, String field) throws BadPacket {
    if (lengthBytes > end - at) {
      throw BadPacket.malformed("ends within " + field);
    }
  }
}
