package city.wayside.road.match;

import city.wayside.model.message.Report;

/// How far a vehicle has driven since its last report, by its speeds; filled for each report.
final class Odometer {

  /// Speedometers are wrong by a share of what they show.
  private static final double WRONG_SHARE = 0.02;

  /// And the way by so much in a second, whatever they show.
  private static final double WRONG_M2_PER_S = 0.04;

  /// Between two reports nobody knows when a vehicle has braked: so much, as a standard deviation
  /// of the acceleration, and with the square of the time.
  private static final double UNSEEN_MPS2 = 0.3;

  /// Where speeds are missing, the way is about as long as the positions are apart.
  private static final double APART_SHARE = 0.5;

  private static final double APART_M2 = 25;

  /// The way, and its variance.
  double wayM;

  double wayM2;

  /// How much faster the vehicle is than at its last report.
  double gainedMps;

  /// Since positions were last weighed; no less than what the way took.
  double sinceWeighedMs;

  /// What is left meanwhile of an error that fades as that of positions does.
  double keptShare;

  void weighedBefore(double sinceMs) {
    sinceWeighedMs = sinceMs;
    keptShare = Math.exp(-sinceMs / Reckoning.ERROR_LASTS_MS);
  }

  void set(Trajectory trajectory, Report report, double apartM) {
    double seconds = (report.timeMs() - (double) trajectory.matchedMs) / 1000;
    weighedBefore(report.timeMs() - (double) trajectory.weighedMs);
    if (report.hasSpeed() && !Double.isNaN(trajectory.speedMps)) {
      gainedMps = report.speedMps() - trajectory.speedMps;
      wayM = (report.speedMps() + trajectory.speedMps) / 2 * seconds;
      double wrongM = WRONG_SHARE * wayM;
      double unseenM = UNSEEN_MPS2 / 2 * seconds * seconds;
      wayM2 = wrongM * wrongM + WRONG_M2_PER_S * seconds + unseenM * unseenM;
    } else {
      gainedMps = 0;
      wayM = apartM;
      wayM2 = APART_M2 + APART_SHARE * APART_SHARE * apartM * apartM;
    }
  }
}
