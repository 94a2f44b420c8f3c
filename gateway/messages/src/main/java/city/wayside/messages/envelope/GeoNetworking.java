package city.wayside.messages.envelope;

import java.util.Optional;
import java.util.OptionalInt;

/// What the headers of a GeoNetworking packet say (ETSI EN 302 636-4-1). In a secured packet the
/// Basic Header lies outside the signature: it changes at every hop, and anybody may change it.
///
/// @param basic the Basic Header; empty where the receiver has cut it off already
/// @param common the Common Header
/// @param sequenceNumber 0 to 65535, for packets that have one
/// @param source who sent it, where and when
/// @param area whom it is meant for, for GeoBroadcast and GeoAnycast
public record GeoNetworking(
    Optional<BasicHeader> basic,
    CommonHeader common,
    OptionalInt sequenceNumber,
    LongPositionVector source,
    Optional<GeoArea> area) {

  private static final int RESERVED_BYTES = 2;

  /// Reads Common Header and extended header and leaves the cursor where the payload begins.
  static GeoNetworking read(Optional<BasicHeader> basic, ByteCursor in) throws Unreadable {
    CommonHeader common = CommonHeader.read(in);
    GnHeaderType type = common.type();
    ByteCursor extended = in.within(in.take(type.extendedHeaderBytes(), type + " extended header"));
    OptionalInt sequenceNumber = OptionalInt.empty();
    if (type.hasSequenceNumber()) {
      sequenceNumber = OptionalInt.of(extended.uint16("sequenceNumber"));
      extended.skip(RESERVED_BYTES, "reserved");
    }
    LongPositionVector source = LongPositionVector.read(extended);
    Optional<GeoArea> area =
        type.hasArea() ? Optional.of(GeoArea.read(extended)) : Optional.empty();
    return new GeoNetworking(basic, common, sequenceNumber, source, area);
  }
}
