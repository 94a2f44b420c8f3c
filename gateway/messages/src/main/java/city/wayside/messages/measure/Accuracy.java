package city.wayside.messages.measure;

/// Turns what messages say of a position's accuracy into the radius of the 95 % confidence circle.
public final class Accuracy {

  /// A circle of this many standard deviations holds 95 % of a two-dimensional normal distribution:
  /// the square root of -2 ln 0.05.
  private static final double SIGMAS_OF_95_PERCENT = 2.447746830680816;

  private Accuracy() {}

  /// The radius for an ellipse of 95 % confidence (ETSI PosConfidenceEllipse): its longer axis, for
  /// senders confuse the two.
  ///
  /// @return `NaN` unless both axes are given
  public static double radiusM(double semiMajorM, double semiMinorM) {
    return Math.max(semiMajorM, semiMinorM);
  }

  /// The standard deviation along both axes that a radius is the 95 % circle of; `NaN` for `NaN`.
  public static double sigmaM(double radiusM) {
    return radiusM / SIGMAS_OF_95_PERCENT;
  }

  /// The radius for an ellipse of one standard deviation (SAE J2735 PositionalAccuracy).
  ///
  /// @return `NaN` unless both axes are given
  public static double radiusOfSigmaM(double semiMajorM, double semiMinorM) {
    return radiusM(semiMajorM, semiMinorM) * SIGMAS_OF_95_PERCENT;
  }
}
