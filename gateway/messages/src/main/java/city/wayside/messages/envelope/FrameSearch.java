package city.wayside.messages.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Proposes where an envelope or a message could begin in bytes that [EnvelopeReader] refuses: some
/// road-side units put a header of their own or of the link layer before it, and some cut off the
/// end without correcting the envelope's lengths, so that only the message in it is whole.
///
/// A proposal is a guess by a few bytes and needs proof: an envelope that opens, and a message that
/// decodes with nothing left over. Envelopes come first, since more of their bytes must fit; within
/// a kind, what begins earlier comes first. ETSI messages are not proposed: two small numbers are
/// too little to go by.
///
/// Any thread; stateless.
public final class FrameSearch {

  /// How many places are proposed at most; later ones are left out.
  public static final int CANDIDATES_MAX = 8;

  /// How far in something may begin; the headers of captures that were seen take 120 bytes.
  public static final int SEARCH_BYTES_MAX = 256;

  /// The EtherType of GeoNetworking, which ends the link-layer header before it.
  private static final int ETHER_TYPE_FIRST = 0x89;

  private static final int ETHER_TYPE_SECOND = 0x47;

  /// No message is so short that its frame has less.
  private static final int FRAME_BYTES_MIN = 5;

  /// What is thought to begin at a place.
  public enum Kind {
    /// A GeoNetworking packet after an EtherType, for [EnvelopeReader].
    GEONETWORKING_PACKET,
    /// Unsecured or signed data, for [EnvelopeReader].
    IEEE_1609_2_DATA,
    /// A MessageFrame of SAE J2735 whose length fits, for its decoder.
    J2735_MESSAGE_FRAME
  }

  /// A place to try.
  ///
  /// @param kind what could begin there
  /// @param slice from there to the end of the bytes, or to the end of a MessageFrame
  public record Candidate(Kind kind, Slice slice) {}

  /// The places to try, best first; the very beginning, which the reader has tried, is none.
  ///
  /// @param bytes holds what was received; only read
  /// @param offset index of its first byte
  /// @param length how many bytes it has
  public List<Candidate> candidates(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    ByteCursor in = new ByteCursor(bytes, new Slice(offset, length));
    List<Candidate> found = new ArrayList<>(CANDIDATES_MAX);
    int last = Math.min(length - 1, SEARCH_BYTES_MAX);
    for (Kind kind : Kind.values()) {
      for (int at = 1; at <= last && found.size() < CANDIDATES_MAX; at++) {
        int lengthBytes = lengthBytes(kind, in, at);
        if (lengthBytes > 0) {
          found.add(new Candidate(kind, new Slice(offset + at, lengthBytes)));
        }
      }
    }
    return found;
  }

  /// How many bytes something of a kind has that begins here, or 0 where nothing does.
  private static int lengthBytes(Kind kind, ByteCursor in, int at) {
    return switch (kind) {
      case GEONETWORKING_PACKET -> isPacket(in, at) ? in.leftBytes() - at : 0;
      case IEEE_1609_2_DATA -> isSecuredData(in, at) ? in.leftBytes() - at : 0;
      case J2735_MESSAGE_FRAME -> frameBytes(in, at);
    };
  }

  private static boolean isPacket(ByteCursor in, int at) {
    return at >= 2
        && in.peek(at - 2) == ETHER_TYPE_FIRST
        && in.peek(at - 1) == ETHER_TYPE_SECOND
        && FirstBytes.of(in.peek(at), in.peek(at + 1)) == FirstBytes.GN_BASIC_HEADER;
  }

  /// Unsecured data, or signed data with a known hash and a payload.
  private static boolean isSecuredData(ByteCursor in, int at) {
    if (in.peek(at) != 0x03) {
      return false;
    }
    int content = in.peek(at + 1);
    return content == 0x80
        || (content == 0x81
            && in.peek(at + 2) >= 0
            && in.peek(at + 2) <= HashAlgorithm.CODE_MAX
            && (in.peek(at + 3) & 0x40) != 0
            && in.peek(at + 4) == 0x03);
  }

  private static int frameBytes(ByteCursor in, int at) {
    if (FirstBytes.of(in.peek(at), in.peek(at + 1)) != FirstBytes.J2735_MESSAGE_FRAME) {
      return 0;
    }
    int bytes = MessageFrameLength.bytes(in, at);
    return bytes >= FRAME_BYTES_MIN && at + bytes <= in.leftBytes() ? bytes : 0;
  }
}
