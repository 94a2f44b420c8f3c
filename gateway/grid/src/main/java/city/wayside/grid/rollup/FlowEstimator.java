package city.wayside.grid.rollup;

import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.Penetration;

/// The flow of all traffic and its standard error, from the vehicles that reported. Pure.
///
/// Vehicles report or do not, each with the probability p and independently of the others: a
/// Bernoulli sample. With d the distance that a vehicle drove on the segment in the window, Σd / p
/// is without bias for the sum over all vehicles (Horvitz and Thompson, "A generalization of
/// sampling without replacement from a finite universe", 1952), and Σd² (1 - p) / p², summed over
/// those that reported, for its variance. Three things are added:
///
/// - *One more vehicle.* The variance is known from the same few vehicles: when they are fewer than
///   usual, it is too small as well, and the interval misses the truth where it matters. Were all d
///   alike and every number of vehicles as likely as any other beforehand, the number of unseen
///   vehicles would have the variance (n + 1)(1 - p) / p² instead of n (1 - p) / p². So one vehicle
///   more is counted.
/// - *The method itself.* Positions are metres off, and some vehicles are put on the wrong segment;
///   at p = 1 that is all of the error.
/// - *The penetration.* The square of its relative standard error.
///
/// Only Σd and n are known, not Σd². The vehicles are taken for a mixture of those that drove the
/// whole segment and those that a border of the window cut, anywhere with the same probability;
/// that mixture has one mean for each share of cut ones, and thereby one mean square.
public final class FlowEstimator {

  private static final double S_PER_H = 3600;
  private static final double MS_PER_S = 1000;

  /// Mean square of a number that lies anywhere between 0 and 1.
  private static final double UNIFORM_SQUARE = 1 / 3.0;

  private final FlowConfig config;

  /// An estimator with the documented defaults.
  public FlowEstimator() {
    this(FlowConfig.defaults());
  }

  /// An estimator.
  public FlowEstimator(FlowConfig config) {
    this.config = config;
  }

  /// The flow of all traffic on a segment in a window.
  ///
  /// @param distanceM distance driven by the vehicles that reported, zero or more
  /// @param timeS time spent by them, zero or more
  /// @param vehicles how many distinct ones, one or more
  /// @param lengthM the segment's length, above zero
  /// @param windowMs the window's length, above zero
  public FlowEstimate estimate(
      double distanceM,
      double timeS,
      int vehicles,
      double lengthM,
      long windowMs,
      Penetration penetration) {
    double share = penetration.share();
    double windowS = windowMs / MS_PER_S;
    int seen = Math.max(1, vehicles);
    double squareM2 = meanSquareM2(distanceM / seen, lengthM);
    double oneMoreM2 = Math.max(squareM2, lengthM * lengthM * UNIFORM_SQUARE);
    double unseenM2 = (seen * squareM2 + oneMoreM2) * (1 - share);
    double vehiclesAtBorders = 2 * timeS / windowS;
    double methodM2 =
        config.misplacedShare() * seen * squareM2
            + vehiclesAtBorders * config.positionErrorM() * config.positionErrorM();
    double shareError = penetration.stdErr() / share;
    double varianceM2 = unseenM2 + methodM2 + distanceM * distanceM * shareError * shareError;
    double vphPerM = S_PER_H / (lengthM * windowS * share);
    return new FlowEstimate(distanceM * vphPerM, share, Math.sqrt(varianceM2) * vphPerM);
  }

  /// The mean square of the distances that vehicles drove on a segment, from their mean.
  ///
  /// A share f drove all of it, the others any part: mean (1 + f) / 2 and mean square (1 + 2f) / 3
  /// of the length and its square. When the mean is below a half, all were cut, at most at twice
  /// the mean. When it is above the length, they came more than once, all as often.
  ///
  /// @param meanM zero or more
  static double meanSquareM2(double meanM, double lengthM) {
    double share = meanM / lengthM;
    if (share >= 1) {
      return meanM * meanM;
    }
    if (share >= 0.5) {
      return lengthM * lengthM * (4 * share - 1) * UNIFORM_SQUARE;
    }
    return 4 * meanM * meanM * UNIFORM_SQUARE;
  }
}
