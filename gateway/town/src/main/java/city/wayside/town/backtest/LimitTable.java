package city.wayside.town.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Errors at one share of the stations beside what a perfect assignment of the same rows gives:
/// averages over the seeds, and how far the seeds lie apart.
public final class LimitTable {

  private LimitTable() {}

  /// One line of the table.
  ///
  /// @param selection over which windows
  /// @param figure of which figure
  /// @param medianPercent median error of what was found, the mean over the seeds
  /// @param meanPercent mean error, the mean over the seeds
  /// @param meanPercentMin mean error with the luckiest seed
  /// @param meanPercentMax mean error with the unluckiest seed
  /// @param cutMedianPercent median error of the perfect assignment, way cut at borders
  /// @param cutMeanPercent its mean error
  /// @param wholeMedianPercent median error of the plain sum over rows
  /// @param wholeMeanPercent its mean error
  public record Line(
      Selection selection,
      Figure figure,
      double medianPercent,
      double meanPercent,
      double meanPercentMin,
      double meanPercentMax,
      double cutMedianPercent,
      double cutMeanPercent,
      double wholeMedianPercent,
      double wholeMeanPercent) {

    /// Mean error over that of the plain sum over rows, whose errors are the ones commonly given as
    /// achievable.
    public double meanRatio() {
      return meanPercent / wholeMeanPercent;
    }

    /// Mean error over that of the perfect assignment that cuts at borders.
    public double meanRatioToCut() {
      return meanPercent / cutMeanPercent;
    }

    /// Median error over that of the plain sum over rows.
    public double medianRatio() {
      return medianPercent / wholeMedianPercent;
    }

    /// Median error over that of the perfect assignment that cuts at borders.
    public double medianRatioToCut() {
      return medianPercent / cutMedianPercent;
    }
  }

  /// The lines of one share.
  ///
  /// @param seeds runs that differ by seed only, one or more
  public static List<Line> of(List<Comparison> seeds) {
    List<Line> lines = new ArrayList<>();
    for (Selection selection : Selection.values()) {
      for (Figure figure : Figure.values()) {
        lines.add(line(seeds, selection, figure));
      }
    }
    return lines;
  }

  private static Line line(List<Comparison> seeds, Selection selection, Figure figure) {
    List<Comparison.Errors> errors =
        seeds.stream().map(seed -> seed.errors(selection, figure)).toList();
    return new Line(
        selection,
        figure,
        mean(errors, each -> each.ours().median()),
        mean(errors, each -> each.ours().mean()),
        errors.stream().mapToDouble(each -> each.ours().mean()).min().orElse(Double.NaN),
        errors.stream().mapToDouble(each -> each.ours().mean()).max().orElse(Double.NaN),
        mean(errors, each -> each.cut().median()),
        mean(errors, each -> each.cut().mean()),
        mean(errors, each -> each.whole().median()),
        mean(errors, each -> each.whole().mean()));
  }

  private static double mean(
      List<Comparison.Errors> errors, ToDoubleFunction<Comparison.Errors> number) {
    return errors.stream().mapToDouble(number).average().orElse(Double.NaN);
  }

  /// The table for people; empty where there is no perfect assignment to compare with.
  public static List<String> words(List<Comparison> seeds) {
    Comparison first = seeds.getFirst();
    if (!first.hasLimits()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    words.add(
        String.format(
            Locale.ROOT,
            "share %s of the vehicles, %d seed%s; absolute error in %%, beside a perfect"
                + " assignment of the same rows: way cut at borders, and plain sum over rows",
            Double.toString(first.share()),
            seeds.size(),
            seeds.size() == 1 ? "" : "s"));
    words.add(
        String.format(
            Locale.ROOT,
            "%11s%-36s%-20s%-20s%-14s%s",
            "",
            "ours",
            "perfect, cut",
            "perfect, plain",
            "ours / cut",
            "ours / plain"));
    words.add(
        String.format(
            Locale.ROOT,
            "%11s%7s %7s %-18s  %7s %7s     %7s %7s     %5s %5s   %5s %5s",
            "",
            "median",
            "mean",
            "(least to most)",
            "median",
            "mean",
            "median",
            "mean",
            "med.",
            "mean",
            "med.",
            "mean"));
    Selection selection = null;
    for (Line line : of(seeds)) {
      if (line.selection != selection) {
        selection = line.selection;
        words.add(heading(seeds, selection));
      }
      words.add(
          String.format(
              Locale.ROOT,
              "  %-8s %7.2f %7.2f (%6.2f to %6.2f)  %7.2f %7.2f     %7.2f %7.2f"
                  + "     %5.2f %5.2f   %5.2f %5.2f",
              line.figure.word(),
              line.medianPercent,
              line.meanPercent,
              line.meanPercentMin,
              line.meanPercentMax,
              line.cutMedianPercent,
              line.cutMeanPercent,
              line.wholeMedianPercent,
              line.wholeMeanPercent,
              line.medianRatioToCut(),
              line.meanRatioToCut(),
              line.medianRatio(),
              line.meanRatio()));
    }
    return words;
  }

  private static String heading(List<Comparison> seeds, Selection selection) {
    return String.format(
        Locale.ROOT,
        "%s: %d windows, covered %.1f %%, by the perfect assignment %.1f %%",
        selection.words(),
        seeds.getFirst().of(selection).size(),
        seeds.stream().mapToDouble(each -> each.coveredPercent(selection)).average().orElse(0),
        seeds.stream()
            .mapToDouble(each -> each.limitCoveredPercent(selection))
            .average()
            .orElse(0));
  }
}
