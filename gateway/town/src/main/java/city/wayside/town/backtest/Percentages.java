package city.wayside.town.backtest;

import java.util.Arrays;

/// How large many errors are; `NaN` when there are none.
///
/// @param count how many
/// @param median half of them are at most this
/// @param mean their mean
/// @param p90 90 % of them are at most this
public record Percentages(int count, double median, double mean, double p90) {

  /// Of errors in any order.
  public static Percentages of(double[] errors) {
    if (errors.length == 0) {
      return new Percentages(0, Double.NaN, Double.NaN, Double.NaN);
    }
    double[] ordered = errors.clone();
    Arrays.sort(ordered);
    return new Percentages(
        ordered.length,
        quantile(ordered, 0.5),
        Arrays.stream(ordered).average().orElse(Double.NaN),
        quantile(ordered, 0.9));
  }

  /// Linear between the two nearest ranks.
  ///
  /// @param ordered one number or more, ascending
  /// @param share 0 to 1
  public static double quantile(double[] ordered, double share) {
    double rank = share * (ordered.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, ordered.length - 1);
    return ordered[below] + (rank - below) * (ordered[above] - ordered[below]);
  }
}
