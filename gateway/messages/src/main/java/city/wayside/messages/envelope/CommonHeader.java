package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refusal;

/// The Common Header of a GeoNetworking packet (ETSI EN 302 636-4-1 §9.7).
///
/// ```
/// | next header 4 | reserved 4 | header type 4 | subtype 4 | traffic class 8 | flags 8 |
/// | payload length 16          | max hop limit 8           | reserved 8                |
/// ```
///
/// @param nextHeader what the payload begins with
/// @param type of the packet
/// @param trafficClassCode store-carry-forward 1 bit, channel offload 1 bit, class 6 bits (§9.7.5)
/// @param mobile true when the source says that it can move
/// @param payloadBytes how long the payload is, BTP header included
/// @param hopsMax how many hops the packet was given
public record CommonHeader(
    NextHeader nextHeader,
    GnHeaderType type,
    int trafficClassCode,
    boolean mobile,
    int payloadBytes,
    int hopsMax) {

  private static final int FLAG_MOBILE = 0x80;

  /// Where fields lie in the header.
  private static final int TYPE_AT_BYTES = 1;

  private static final int PAYLOAD_LENGTH_AT_BYTES = 4;

  /// What a packet's payload begins with (§9.7.3), by the codes 0 to 3.
  public enum NextHeader {
    /// Not said; packets without a payload.
    ANY,
    /// The header of interactive packet transport.
    BTP_A,
    /// The header of non-interactive packet transport, which the facilities use.
    BTP_B,
    /// An IPv6 packet.
    IPV6;

    private static final NextHeader[] BY_CODE = values();
  }

  static CommonHeader read(ByteCursor in) throws Unreadable {
    int next = in.octet("CommonHeader.nextHeader") >>> 4;
    if (next >= NextHeader.BY_CODE.length) {
      throw in.malformed("CommonHeader.nextHeader", 1, "is " + next + ", must be 0 to 3");
    }
    int code = in.octet("CommonHeader.headerType");
    GnHeaderType type = GnHeaderType.ofCode(code);
    if (type == null) {
      throw new Unreadable(
          Refusal.UNSUPPORTED_TYPE,
          "CommonHeader.headerType",
          in.atBytes() - 1,
          "is "
              + (code >>> 4)
              + " with subtype "
              + (code & 0xF)
              + ", which EN 302 636-4-1 does not have");
    }
    int trafficClass = in.octet("CommonHeader.trafficClass");
    int flags = in.octet("CommonHeader.flags");
    int payloadBytes = in.uint16("CommonHeader.payloadLength");
    int hopsMax = in.octet("CommonHeader.maxHopLimit");
    in.skip(1, "CommonHeader.reserved");
    return new CommonHeader(
        NextHeader.BY_CODE[next],
        type,
        trafficClass,
        (flags & FLAG_MOBILE) != 0,
        payloadBytes,
        hopsMax);
  }

  /// The payload, which may end before the bytes do: captures end in a frame check sequence.
  ///
  /// @param in stands after the extended header, and then after the payload
  /// @param headerAtBytes where this header began
  Slice payload(ByteCursor in, int headerAtBytes) throws Unreadable {
    if (!type.hasPayload()) {
      throw new Unreadable(
          Refusal.UNSUPPORTED_TYPE,
          "CommonHeader.headerType",
          headerAtBytes + TYPE_AT_BYTES,
          "is " + type + ", which carries no message");
    }
    if (nextHeader != NextHeader.BTP_A && nextHeader != NextHeader.BTP_B) {
      throw new Unreadable(
          Refusal.UNSUPPORTED_TYPE,
          "CommonHeader.nextHeader",
          headerAtBytes,
          "is " + nextHeader + ", must be BTP_A or BTP_B");
    }
    int atBytes = headerAtBytes + PAYLOAD_LENGTH_AT_BYTES;
    if (payloadBytes > in.leftBytes()) {
      throw new Unreadable(
          Refusal.MALFORMED,
          "CommonHeader.payloadLength",
          atBytes,
          "is " + payloadBytes + ", but " + in.leftBytes() + " are left");
    }
    if (payloadBytes <= BtpHeader.LENGTH_BYTES) {
      throw new Unreadable(
          Refusal.MALFORMED,
          "CommonHeader.payloadLength",
          atBytes,
          "is " + payloadBytes + ", must be more than the 4 of a BTP header");
    }
    return in.take(payloadBytes, "payload");
  }
}
