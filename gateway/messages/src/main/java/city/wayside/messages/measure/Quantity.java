package city.wayside.messages.measure;

/// Numbers of ETSI messages: unit, range, and the integers that stand for no value (ETSI TS 102
/// 894-2; advised speed and lanes: SAE J2735). UPER and JSON carry the same integers.
public enum Quantity {
  /// Degrees north in steps of 1e-7.
  LATITUDE(1e7, -900_000_000, 900_000_000, 900_000_001),
  /// Degrees east in steps of 1e-7.
  LONGITUDE(1e7, -1_800_000_000, 1_800_000_000, 1_800_000_001),
  /// Degrees north of the point before, in steps of 1e-7.
  DELTA_LATITUDE(1e7, -131_071, 131_071, 131_072),
  /// Degrees east of the point before, in steps of 1e-7.
  DELTA_LONGITUDE(1e7, -131_071, 131_071, 131_072),
  /// Metres per second in steps of 0.01; 16,382 is out of range in release 2.
  SPEED(100, 0, 16_381, 16_383, 16_382, 0),
  /// Metres per second along an axis in steps of 0.01; the ends are out of range.
  SPEED_COMPONENT(100, -16_382, 16_381, 16_383, 16_382, -16_383),
  /// Degrees clockwise from north in steps of 0.1; 3,600 is north too.
  HEADING(10, 0, 3_600, 3_601),
  /// Metres in steps of 0.01, an axis of the 95 % position confidence ellipse; 0 is not to be used.
  SEMI_AXIS(100, 1, 4_093, 4_095, 4_094, 0),
  /// Metres along an axis in steps of 0.01 (CPM of TS 103 324); the ends are out of range.
  COORDINATE(100, -131_071, 131_070, 131_071, 131_071, -131_072),
  /// Metres along an axis in steps of 0.01 (CPM of TR 103 562).
  DISTANCE(100, -132_768, 132_767, 132_767),
  /// Metres in steps of 0.01, the 95 % confidence of a coordinate (CPM of TS 103 324).
  COORDINATE_CONFIDENCE(100, 1, 4_094, 4_096, 4_095, 1),
  /// Metres per second in steps of 0.1; 499 is "as much or more".
  ADVISED_SPEED(10, 0, 499, 500),
  /// Metres in steps of 0.01.
  LANE_WIDTH(100, 0, 32_767, 32_767),
  /// Metres from the node before in steps of 0.01.
  NODE_OFFSET(100, -32_768, 32_767, 32_767);

  private final double stepsPerUnit;
  private final long lowest;
  private final long highest;
  private final long unavailable;
  private final long tooLarge;
  private final long tooSmall;

  Quantity(double stepsPerUnit, long lowest, long highest, long unavailable) {
    this(stepsPerUnit, lowest, highest, unavailable, unavailable, unavailable);
  }

  /// @param lowest smallest integer that is a value
  /// @param highest largest integer that is a value
  /// @param unavailable what is sent where there is no value
  /// @param tooLarge what is sent for a value above the highest
  /// @param tooSmall what is sent for a value below the lowest
  Quantity(
      double stepsPerUnit,
      long lowest,
      long highest,
      long unavailable,
      long tooLarge,
      long tooSmall) {
    this.stepsPerUnit = stepsPerUnit;
    this.lowest = lowest;
    this.highest = highest;
    this.unavailable = unavailable;
    this.tooLarge = tooLarge;
    this.tooSmall = tooSmall;
  }

  /// The smallest integer that may be sent.
  public long wireMin() {
    return Math.min(lowest, tooSmall);
  }

  /// The largest integer that may be sent.
  public long wireMax() {
    return Math.max(highest, Math.max(unavailable, tooLarge));
  }

  /// The value of an integer, in the unit of the constant; `NaN` for an integer that stands for no
  /// value.
  public double valueOf(long wire) {
    if (wire < lowest || wire > highest) {
      return Double.NaN;
    }
    // Divided, not multiplied by the step: so the value is the decimal number one would write.
    return this == HEADING && wire == highest ? 0 : wire / stepsPerUnit;
  }

  /// The integer nearest to a value; for `NaN` or a value out of range the one that says so.
  public long wireOf(double value) {
    if (Double.isNaN(value)) {
      return unavailable;
    }
    long wire = Math.round(value * stepsPerUnit);
    if (this == HEADING) {
      return Math.floorMod(wire, highest);
    }
    if (wire < lowest) {
      return tooSmall;
    }
    return wire > highest ? tooLarge : wire;
  }
}
