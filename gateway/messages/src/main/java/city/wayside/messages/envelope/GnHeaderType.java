package city.wayside.messages.envelope;

import org.jspecify.annotations.Nullable;

/// The types of GeoNetworking packets: header type and subtype of the Common Header (ETSI EN 302
/// 636-4-1 §9.7.4), with the length of the extended header that follows it (§9.8).
public enum GnHeaderType {
  /// Announces its sender, without a payload.
  BEACON(0x10, 24),
  /// GeoUnicast: for one station.
  GUC(0x20, 48),
  /// GeoAnycast: for any station in a circle.
  GAC_CIRCLE(0x30, 44),
  /// GeoAnycast: for any station in a rectangle.
  GAC_RECTANGLE(0x31, 44),
  /// GeoAnycast: for any station in an ellipse.
  GAC_ELLIPSE(0x32, 44),
  /// GeoBroadcast: for all stations in a circle.
  GBC_CIRCLE(0x40, 44),
  /// GeoBroadcast: for all stations in a rectangle.
  GBC_RECTANGLE(0x41, 44),
  /// GeoBroadcast: for all stations in an ellipse.
  GBC_ELLIPSE(0x42, 44),
  /// Single-hop broadcast: for all who hear it.
  SHB(0x50, 28),
  /// Topologically-scoped broadcast over several hops.
  TSB(0x51, 28),
  /// Location service: asks where a station is.
  LS_REQUEST(0x60, 36),
  /// Location service: tells where a station is.
  LS_REPLY(0x61, 48);

  private static final GnHeaderType[] ALL = values();

  private final int code;
  private final int extendedHeaderBytes;

  GnHeaderType(int code, int extendedHeaderBytes) {
    this.code = code;
    this.extendedHeaderBytes = extendedHeaderBytes;
  }

  /// The octet on the wire: type in the upper, subtype in the lower four bits.
  public int code() {
    return code;
  }

  /// True for packets that carry a message.
  public boolean hasPayload() {
    return switch (this) {
      case BEACON, LS_REQUEST, LS_REPLY -> false;
      case GUC,
          GAC_CIRCLE,
          GAC_RECTANGLE,
          GAC_ELLIPSE,
          GBC_CIRCLE,
          GBC_RECTANGLE,
          GBC_ELLIPSE,
          SHB,
          TSB ->
          true;
    };
  }

  /// True for packets that are meant for an area.
  public boolean hasArea() {
    return switch (this) {
      case GAC_CIRCLE, GAC_RECTANGLE, GAC_ELLIPSE, GBC_CIRCLE, GBC_RECTANGLE, GBC_ELLIPSE -> true;
      case BEACON, GUC, SHB, TSB, LS_REQUEST, LS_REPLY -> false;
    };
  }

  /// True for packets that their source numbers, since others pass them on.
  public boolean hasSequenceNumber() {
    return this != BEACON && this != SHB;
  }

  int extendedHeaderBytes() {
    return extendedHeaderBytes;
  }

  /// The type of an octet, or nothing where the standard has none.
  static @Nullable GnHeaderType ofCode(int code) {
    for (GnHeaderType type : ALL) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }
}
