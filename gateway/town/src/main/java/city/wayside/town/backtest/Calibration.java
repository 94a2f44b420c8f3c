package city.wayside.town.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Whether the standard error that is stated with a flow holds: how far flows are from the truth,
/// in standard errors.
///
/// @param scores (flow - truth) / standard error, ascending
public record Calibration(double[] scores) {

  /// 95 of 100 normally distributed numbers are within so many standard errors.
  public static final double SPAN = 1.96;

  private static final double[] SHOWN_SHARES = {0.025, 0.25, 0.5, 0.75, 0.975};

  /// Of the windows of several runs that enough vehicles used and for which a flow was found.
  ///
  /// @param wanted by the number of vehicles in the truth
  public static Calibration of(List<Comparison> runs, IntPredicate wanted) {
    return new Calibration(
        runs.stream()
            .flatMap(run -> run.windows().stream())
            .filter(window -> wanted.test(window.truth().vehicles()))
            .mapToDouble(Calibration::score)
            .filter(Double::isFinite)
            .sorted()
            .toArray());
  }

  private static double score(Comparison.Window window) {
    TrafficRow ours = window.ours();
    return ours == null
        ? Double.NaN
        : (ours.flowVph() - window.truth().flowVph()) / ours.flowStdErrVph();
  }

  /// How many windows.
  public int count() {
    return scores.length;
  }

  /// Share of the windows in which the truth is within so many standard errors, in percent.
  public double withinPercent(double span) {
    return 100
        * Arrays.stream(scores).filter(score -> Math.abs(score) <= span).count()
        / (double) scores.length;
  }

  /// The score that a share of the windows stays below; `NaN` without windows.
  public double quantile(double share) {
    return scores.length == 0 ? Double.NaN : Percentages.quantile(scores, share);
  }

  /// The calibration of runs of one share, for people.
  public static List<String> words(List<Comparison> runs) {
    Calibration all = of(runs, vehicles -> Selection.TEN_VEHICLES.has(0, vehicles));
    List<String> words = new ArrayList<>();
    words.add(
        String.format(
            Locale.ROOT,
            "flow within %.2f standard errors of the truth: %.1f %% of %d windows with 10 vehicles"
                + " or more; (flow - truth) / standard error at 2.5, 25, 50, 75, 97.5 %%: %s",
            SPAN,
            all.withinPercent(SPAN),
            all.count(),
            DoubleStream.of(SHOWN_SHARES)
                .mapToObj(share -> String.format(Locale.ROOT, "%.2f", all.quantile(share)))
                .collect(Collectors.joining(", "))));
    words.add(
        Volume.ALL.stream()
            .map(volume -> words(volume, of(runs, volume::has)))
            .collect(Collectors.joining("; ", "  by vehicles in the truth: ", "")));
    return words;
  }

  private static String words(Volume volume, Calibration part) {
    return part.count() == 0
        ? volume.words() + " none"
        : String.format(
            Locale.ROOT,
            "%s %.1f %% of %d",
            volume.words(),
            part.withinPercent(SPAN),
            part.count());
  }
}
