package city.wayside.edge.detect;

/// How good a receiver is by what can be seen of it: the error of positions stays for a while, so
/// that it shows only in how positions wander beside the way that speeds and headings give. What a
/// receiver says of itself may be wrong. Guarded by the lane of its station.
final class Wander {

  /// The error of positions is another one after so long.
  private static final double LASTS_MS = 30_000;

  /// Longer gaps say little.
  private static final long GAP_MS_MAX = 2_000;

  /// What is seen fades after so many reports.
  private static final double REPORTS_MAX = 30;

  private static final double REPORTS_MIN = 10;

  /// Of a normal distribution in two dimensions: what the circle that holds 95 % of all positions
  /// measures in standard deviations of each part.
  private static final double DEVIATIONS_OF_95_PERCENT = 2.45;

  /// One wild step counts as no more than this, in square metres.
  private static final double WILD_M2 = 2_500;

  private static final double MS_PER_S = 1000;

  private long newestMs = Motion.NEVER_MS;
  private double eastM;
  private double northM;
  private double eastMps;
  private double northMps;
  private double reportsCount;

  /// The variance of each part of the position.
  private double errorM2;

  Wander() {}

  /// Takes a position, and how the vehicle moves there.
  void see(long timeMs, double toEastM, double toNorthM, double nowEastMps, double nowNorthMps) {
    double sinceMs = newestMs == Motion.NEVER_MS ? 0 : timeMs - newestMs;
    if (sinceMs > 0 && sinceMs <= GAP_MS_MAX) {
      double seconds = sinceMs / MS_PER_S;
      double besideEastM = toEastM - eastM - (eastMps + nowEastMps) / 2 * seconds;
      double besideNorthM = toNorthM - northM - (northMps + nowNorthMps) / 2 * seconds;
      double besideM2 = (besideEastM * besideEastM + besideNorthM * besideNorthM) / 2;
      // 1 - exp(-x), near enough for gaps that are short against how long errors last.
      double renewed = 2 * sinceMs / LASTS_MS;
      reportsCount = Math.min(REPORTS_MAX, reportsCount + 1);
      errorM2 += (Math.min(WILD_M2, besideM2 / renewed) - errorM2) / reportsCount;
    }
    newestMs = timeMs;
    eastM = toEastM;
    northM = toNorthM;
    eastMps = nowEastMps;
    northMps = nowNorthMps;
  }

  /// True once enough was seen to judge what the receiver says of itself.
  boolean isKnown() {
    return reportsCount >= REPORTS_MIN;
  }

  /// The radius of the circle that holds 95 % of its positions, as far as can be seen; 0 when
  /// nothing was seen.
  double accuracyM() {
    return DEVIATIONS_OF_95_PERCENT * Math.sqrt(errorM2);
  }
}
