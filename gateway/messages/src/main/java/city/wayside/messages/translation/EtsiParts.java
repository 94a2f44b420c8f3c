package city.wayside.messages.translation;

import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.model.area.GeoPoint;

/// Parts that all ETSI messages of events are written with.
final class EtsiParts {

  private static final Path LATITUDE = Path.of(Positions.REFERENCE_POSITION, "latitude");
  private static final Path LONGITUDE = Path.of(Positions.REFERENCE_POSITION, "longitude");
  private static final String ELLIPSE = "positionConfidenceEllipse.";
  private static final Path SEMI_MAJOR =
      Path.of(Positions.REFERENCE_POSITION, ELLIPSE + "semiMajorConfidence");
  private static final Path SEMI_MINOR =
      Path.of(Positions.REFERENCE_POSITION, ELLIPSE + "semiMinorConfidence");
  private static final Path ORIENTATION =
      Path.of(Positions.REFERENCE_POSITION, ELLIPSE + "semiMajorOrientation");
  private static final Path ALTITUDE =
      Path.of(Positions.REFERENCE_POSITION, "altitude.altitudeValue");
  private static final Path ALTITUDE_CONFIDENCE =
      Path.of(Positions.REFERENCE_POSITION, "altitude.altitudeConfidence");

  private static final long ALTITUDE_UNAVAILABLE = 800_001;

  private EtsiParts() {}

  /// Puts a position, its accuracy as a circle, and no altitude.
  ///
  /// @param from the value that the path begins at
  static void putPosition(Draft draft, long from, Path path, GeoPoint position, double accuracyM)
      throws Malformed {
    long cell = draft.sequence(Positions.REFERENCE_POSITION);
    long axis = semiAxis(accuracyM);
    draft
        .put(from, path, cell)
        .put(cell, LATITUDE, Quantity.LATITUDE.wireOf(position.latDeg()))
        .put(cell, LONGITUDE, Quantity.LONGITUDE.wireOf(position.lonDeg()))
        .put(cell, SEMI_MAJOR, axis)
        .put(cell, SEMI_MINOR, axis)
        .put(cell, ORIENTATION, 0)
        .put(cell, ALTITUDE, ALTITUDE_UNAVAILABLE)
        .word(cell, ALTITUDE_CONFIDENCE, "unavailable");
  }

  /// The axis of a circle; what is finer than the finest that can be said is that.
  static long semiAxis(double accuracyM) {
    long axis = Quantity.SEMI_AXIS.wireOf(accuracyM >= 0 ? accuracyM : Double.NaN);
    return Math.max(1, axis);
  }

  /// The TimestampIts of a time, clamped to the times there are.
  static long timestamp(long unixMs) {
    long clamped = Math.clamp(unixMs, 0, Long.MAX_VALUE / 2);
    return Math.clamp(ItsTime.timestampOfUnixMs(clamped), 0, ItsTime.TIMESTAMP_ITS_MAX);
  }
}
