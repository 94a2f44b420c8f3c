package city.wayside.adapters.datex2;

/// What the schema allows but no road does. A value outside is not published: it would be an error
/// of ours, and a missing value is more honest than a wrong one. All comparisons are false for
/// `NaN`.
final class Limits {

  /// Above what any road vehicle does, kilometres per hour.
  static final double SPEED_KMH_MAX = 400;

  /// Far above the capacity of the widest road, vehicles per hour.
  static final double FLOW_VPH_MAX = 100_000;

  /// Far above the jam density of the widest road, vehicles per kilometre.
  static final double DENSITY_VPKM_MAX = 10_000;

  /// What one decimal can tell from nothing, seconds.
  static final double TRAVEL_TIME_S_MIN = 0.1;

  /// One day, seconds.
  static final double TRAVEL_TIME_S_MAX = 86_400;

  /// An error beyond this says no more than "no idea", percent of the value.
  static final double ACCURACY_PERCENT_MAX = 1_000;

  /// Speeds carry one decimal, kilometres per hour; durations too, seconds.
  static final int DECIMALS = 1;

  private static final double KMH_PER_MPS = 3.6;

  private Limits() {}

  /// A speed in kilometres per hour; `NaN` when it may not be published.
  static double speedKmh(double speedMps) {
    double speedKmh = speedMps * KMH_PER_MPS;
    return speedKmh >= 0 && speedKmh <= SPEED_KMH_MAX ? speedKmh : Double.NaN;
  }

  /// A duration; `NaN` when it may not be published.
  static double durationS(double durationS) {
    return durationS >= TRAVEL_TIME_S_MIN && durationS <= TRAVEL_TIME_S_MAX
        ? durationS
        : Double.NaN;
  }
}
