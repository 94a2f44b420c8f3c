package city.wayside.messages.selective;

import city.wayside.messages.measure.Quantity;

/// Widths and ranges of the numbers that selective decoders of ETSI messages meet (ETSI TS 102
/// 894-2). "Raw" is the number of the wire, which counts from the type's smallest value.
final class EtsiBits {

  static final int LATITUDE_BITS = 31;
  static final int LONGITUDE_BITS = 32;
  static final int SEMI_AXIS_BITS = 12;
  static final int ANGLE_BITS = 12;
  static final int ALTITUDE_BITS = 20;
  static final int ALTITUDE_CONFIDENCE_BITS = 4;
  static final int SPEED_BITS = 14;
  static final int CONFIDENCE_BITS = 7;

  static final long ANGLE_MAX = 3_601;
  static final long CONFIDENCE_RAW_MAX = 126;

  private static final long LATITUDE_MIN = -900_000_000;
  private static final long LATITUDE_RAW_MAX = 1_800_000_001L;
  private static final long LONGITUDE_MIN = -1_800_000_000;
  private static final long LONGITUDE_RAW_MAX = 3_600_000_001L;
  private static final long ALTITUDE_RAW_MAX = 900_001;

  private EtsiBits() {}

  /// True when the raw numbers of a ReferencePosition are ones that the standard has; its other
  /// numbers fill their bits.
  static boolean isPosition(long latitude, long longitude, long orientation, long altitude) {
    return latitude <= LATITUDE_RAW_MAX
        && longitude <= LONGITUDE_RAW_MAX
        && orientation <= ANGLE_MAX
        && altitude <= ALTITUDE_RAW_MAX;
  }

  static double latitudeDeg(long raw) {
    return Quantity.LATITUDE.valueOf(raw + LATITUDE_MIN);
  }

  static double longitudeDeg(long raw) {
    return Quantity.LONGITUDE.valueOf(raw + LONGITUDE_MIN);
  }
}
