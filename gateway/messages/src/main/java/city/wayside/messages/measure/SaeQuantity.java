package city.wayside.messages.measure;

/// Numbers of SAE J2735 messages: unit, range, and the integer that stands for no value (SAE J2735,
/// data elements of these names).
public enum SaeQuantity {
  /// Degrees north in steps of 1e-7.
  LATITUDE(1e7, -900_000_000, 900_000_000, 900_000_001),
  /// Degrees east in steps of 1e-7.
  LONGITUDE(1e7, -1_799_999_999, 1_800_000_000, 1_800_000_001),
  /// Metres per second in steps of 0.02.
  SPEED(50, 0, 8_190, 8_191),
  /// Degrees clockwise from north in steps of 0.0125.
  HEADING(80, 0, 28_799, 28_800),
  /// Metres in steps of 0.05, an axis of the ellipse of one standard deviation; 254 is "12.7 m or
  /// more", which is no measurement.
  SEMI_AXIS(20, 0, 253, 255);

  private static final double TURN_DEG = 360;

  private final double stepsPerUnit;
  private final long lowest;
  private final long highest;
  private final long unavailable;

  SaeQuantity(double stepsPerUnit, long lowest, long highest, long unavailable) {
    this.stepsPerUnit = stepsPerUnit;
    this.lowest = lowest;
    this.highest = highest;
    this.unavailable = unavailable;
  }

  /// The smallest integer that may be sent.
  public long wireMin() {
    return lowest;
  }

  /// The largest integer that may be sent.
  public long wireMax() {
    return unavailable;
  }

  /// The value of an integer, in the unit of the constant; `NaN` for an integer that stands for no
  /// value.
  public double valueOf(long wire) {
    if (wire < lowest || wire > highest) {
      return Double.NaN;
    }
    // Divided, not multiplied by the step: so the value is the decimal number one would write.
    return wire / stepsPerUnit;
  }

  /// The integer nearest to a value; for `NaN` or a value out of range the one for no value.
  public long wireOf(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return unavailable;
    }
    if (this == HEADING) {
      return Math.floorMod(Math.round(value % TURN_DEG * stepsPerUnit), highest + 1);
    }
    long wire = Math.round(value * stepsPerUnit);
    return wire < lowest || wire > highest ? unavailable : wire;
  }
}
