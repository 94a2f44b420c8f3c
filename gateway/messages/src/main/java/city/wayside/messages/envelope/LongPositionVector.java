package city.wayside.messages.envelope;

import city.wayside.messages.time.ItsTime;

/// Where the source of a GeoNetworking packet was and how it moved (ETSI EN 302 636-4-1 §9.5.2).
///
/// @param address the source's address
/// @param timestampMs when the position was taken: the lower 32 bits of milliseconds since the
///   beginning of 2004, leap seconds included, 0 to 4294967295; see [#unixMs]
/// @param latDeg latitude, -90 to 90; `NaN` for a value beyond, which stands for none
/// @param lonDeg longitude, -180 to 180; `NaN` for a value beyond
/// @param accurate the position accuracy indicator
/// @param speedMps speed over ground, negative when reversing; `NaN` for the 16383 that stands for
///   no speed in the facilities layer and that stations copy from there
/// @param headingDeg clockwise from north, 0 to below 360; `NaN` for a value beyond
public record LongPositionVector(
    GnAddress address,
    long timestampMs,
    double latDeg,
    double lonDeg,
    boolean accurate,
    double speedMps,
    double headingDeg) {

  private static final int SPEED_ABSENT = 16_383;
  private static final int HEADING_FULL = 3600;
  private static final int SPEED_BITS = 15;

  /// When the position was taken, in milliseconds since 1970.
  ///
  /// @param receivedMs when the packet was received, in milliseconds since 1970; at most 24 days
  ///   from when it was sent
  public long unixMs(long receivedMs) {
    long receivedIts = ItsTime.timestampOfUnixMs(receivedMs);
    // The cast takes the difference modulo 2^32 to the range around zero.
    return ItsTime.unixMsOfTimestamp(receivedIts + (int) (timestampMs - receivedIts));
  }

  static LongPositionVector read(ByteCursor in) throws Unreadable {
    GnAddress address = new GnAddress(in.unsigned(8, "LongPositionVector.gnAddress"));
    long timestampMs = in.unsigned(4, "LongPositionVector.timestamp");
    double latDeg = Degrees.latitude(in.int32("LongPositionVector.latitude"));
    double lonDeg = Degrees.longitude(in.int32("LongPositionVector.longitude"));
    int accuracyAndSpeed = in.uint16("LongPositionVector.speed");
    int heading = in.uint16("LongPositionVector.heading");
    int speed = accuracyAndSpeed << (Integer.SIZE - SPEED_BITS) >> (Integer.SIZE - SPEED_BITS);
    return new LongPositionVector(
        address,
        timestampMs,
        latDeg,
        lonDeg,
        accuracyAndSpeed >>> SPEED_BITS != 0,
        speed == SPEED_ABSENT ? Double.NaN : speed / 100.0,
        heading > HEADING_FULL ? Double.NaN : heading % HEADING_FULL / 10.0);
  }
}
