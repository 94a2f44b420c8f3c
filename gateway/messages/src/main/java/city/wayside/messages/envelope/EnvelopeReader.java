package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refusal;
import java.util.Objects;

/// Finds the message within GeoNetworking and BTP headers (ETSI EN 302 636-4-1, EN 302 636-5-1) and
/// IEEE 1609.2 or ETSI TS 103 097 data. Signatures are located, not verified.
///
/// What has come is told by its first two bytes; no two rows overlap:
///
/// | first byte | second byte | is |
/// |---|---|---|
/// | `00` | `12` to `32`, `F0` to `FF`: a DSRCmsgID | bare MessageFrame of SAE J2735 |
/// | `00` | `10`, `60`, `61`: beacon, location service | GeoNetworking Common Header |
/// | `01`, `02` | `00`: reserved | GeoNetworking Basic Header, version 0 |
/// | `01` to `03` | `01` to `15`: a MessageId | bare ETSI message with ItsPduHeader |
/// | `02` | any other | SecuredMessage of TS 103 097 up to v1.2.1 |
/// | `03` | `80` to `84`: choice of content | Ieee1609Dot2Data, EtsiTs103097Data |
/// | `10`, `20`, `30` | a header type and subtype | GeoNetworking Common Header |
/// | `11`, `12` | any | GeoNetworking Basic Header, version 1 |
///
/// Two of them could be mistaken, and are decided here: `00 20` is a PSM's MessageFrame, not the
/// Common Header of a GeoUnicast that does not say what it carries; and `02` with a MessageId is an
/// ETSI message, not a SecuredMessage whose header fields have 1 to 21 bytes, unless it stands in a
/// secured GeoNetworking packet, where nothing else may. A bare MessageFrame must be whole by its
/// own length, since headers of vendors begin with zeros too.
///
/// The same table holds for what a 1609.2 envelope contains, but for the SecuredMessage; there, and
/// after a BTP header, what no row fits is a message of another family. At the beginning it is
/// refused; [FrameSearch] may know what to try then.
///
/// Any thread; stateless.
public final class EnvelopeReader {

  /// How many secured envelopes may lie in each other.
  public static final int SECURED_DATA_MAX = 4;

  /// Opens a whole array.
  public Opening open(byte[] bytes) {
    return open(bytes, 0, bytes.length);
  }

  /// Opens what lies within an array. Trailing bytes that no length of an envelope covers, such as
  /// a frame check sequence, are not part of the message.
  ///
  /// @param bytes holds the packet; only read
  /// @param offset index of its first byte
  /// @param length how many bytes it has
  /// @return where the message lies, or the code and reason why it cannot be reached
  public Opening open(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    Slice received = new Slice(offset, length);
    try {
      return new Unwrapping(received, new ByteCursor(bytes, received)).unwrapped();
    } catch (Unreadable unreadable) {
      return new Opening.Unreachable(unreadable.refused(), unreadable.atBytes());
    }
  }

  /// A refusal of bytes that begin nothing of the table.
  static Unreadable unknown(ByteCursor in) {
    StringBuilder begin = new StringBuilder();
    for (int i = 0; i < 2 && in.peek(i) >= 0; i++) {
      begin.append(i == 0 ? "" : " ").append("%02x".formatted(in.peek(i)));
    }
    return new Unreadable(
        Refusal.MALFORMED,
        "payload",
        in.atBytes(),
        (begin.isEmpty() ? "is empty" : "begins with " + begin)
            + ", must be a GeoNetworking packet, IEEE 1609.2 data, an ITS PDU or a MessageFrame");
  }
}
