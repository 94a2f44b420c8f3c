package city.wayside.model.message;

/// One position and motion sample of one station, from whatever message carried it.
///
/// Numbers that a sender may leave out are `NaN` when absent, so that no sentinel of any standard
/// (CAM speedValue 16383, headingValue 3601, ...) is ever taken for a measurement. A report is only
/// well formed, not yet believed: its ranges are checked by admission, which answers the sender.
///
/// @param stationId the station, 0 to 4,294,967,295 (ETSI StationID, J2735 TemporaryID)
/// @param type what kind of station it says it is
/// @param kind the kind of message that carried the report
/// @param timeMs when the position was measured, milliseconds since 1970-01-01T00:00:00Z
/// @param latDeg latitude, WGS 84, -90 to 90
/// @param lonDeg longitude, WGS 84, -180 to 180
/// @param speedMps speed over ground, zero or more; `NaN` when unavailable
/// @param headingDeg direction of travel, clockwise from north, 0 to below 360; `NaN` when
///   unavailable
/// @param accuracyM radius of the 95 % position confidence circle; `NaN` when unavailable
public record Report(
    long stationId,
    StationType type,
    MessageKind kind,
    long timeMs,
    double latDeg,
    double lonDeg,
    double speedMps,
    double headingDeg,
    double accuracyM)
    implements Decoded {

  /// The largest station id: 32 bits, unsigned.
  public static final long STATION_ID_MAX = 0xFFFF_FFFFL;

  /// True when the sender gave a speed.
  public boolean hasSpeed() {
    return !Double.isNaN(speedMps);
  }

  /// True when the sender gave a heading.
  public boolean hasHeading() {
    return !Double.isNaN(headingDeg);
  }
}
