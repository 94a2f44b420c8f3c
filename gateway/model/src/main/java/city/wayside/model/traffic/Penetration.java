package city.wayside.model.traffic;

/// The share of all vehicles that report, as far as it is known.
///
/// @param share above 0 to 1
/// @param stdErr standard error of the share, zero or more; zero when it is exact
public record Penetration(double share, double stdErr) {

  /// Refuses what is no share.
  public Penetration {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of " + share + "; allowed is above 0 to 1");
    }
    if (!(stdErr >= 0 && stdErr < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a standard error of " + stdErr + "; allowed is 0 or more");
    }
  }
}
