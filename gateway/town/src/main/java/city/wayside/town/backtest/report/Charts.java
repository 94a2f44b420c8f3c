package city.wayside.town.backtest.report;

import city.wayside.town.backtest.Calibration;
import city.wayside.town.backtest.Comparison;
import city.wayside.town.backtest.Figure;
import city.wayside.town.backtest.LimitTable;
import city.wayside.town.backtest.Percentages;
import city.wayside.town.backtest.Selection;
import city.wayside.town.backtest.TrafficRow;
import city.wayside.town.backtest.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The drawings of a report.
final class Charts {

  private static final List<Double> PERCENT_TICKS =
      List.of(0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
  private static final Plot.Scale ERRORS = new Plot.Scale(0.2, 100, true);
  private static final Plot.Scale SHARES = new Plot.Scale(0, 100, false);
  private static final Plot.Scale HIGH_SHARES = new Plot.Scale(50, 100, false);
  private static final double[] SPANS = {0.126, 0.385, 0.674, 1.036, 1.282, 1.645, 1.96, 2.576};

  /// Share of normally distributed numbers within so many standard errors; see [#SPANS].
  private static final double[] SPAN_PERCENT = {10, 30, 50, 70, 80, 90, 95, 99};

  private Charts() {}

  /// Median errors by how many vehicles used the segment; one drawing for each share.
  static String byVolume(Map<Double, List<Comparison>> byShare) {
    StringBuilder charts = new StringBuilder();
    byShare.forEach((share, runs) -> charts.append(byVolume(share, runs)));
    return charts.toString();
  }

  private static String byVolume(double share, List<Comparison> runs) {
    Plot plot =
        new Plot(Markup.share(share), 360, 280, ERRORS)
            .gridlines(PERCENT_TICKS, " %")
            .axis("vehicles that truly used the segment in the window");
    int classes = Volume.ALL.size();
    double[] xs = new double[classes];
    for (int i = 0; i < classes; i++) {
      xs[i] = (i + 0.5) / classes;
      plot.below(xs[i], Volume.ALL.get(i).words().replace(" to ", "–").replace(" or more", "+"));
    }
    for (Figure figure : Figure.values()) {
      double[] medians = new double[classes];
      List<String> told = new ArrayList<>();
      for (int i = 0; i < classes; i++) {
        Percentages errors = errors(runs, figure, Volume.ALL.get(i));
        medians[i] = errors.median();
        told.add(
            "%s, %s vehicles: median error %s, 90 %% of %d windows within %s"
                .formatted(
                    figure.word(),
                    Volume.ALL.get(i).words(),
                    Markup.percent(errors.median()),
                    errors.count(),
                    Markup.percent(errors.p90())));
      }
      plot.line(figure.word(), xs, medians);
      for (int i = 0; i < classes; i++) {
        plot.dot(figure.word(), xs[i], medians[i], told.get(i));
      }
    }
    return plot.toString();
  }

  private static Percentages errors(List<Comparison> runs, Figure figure, Volume volume) {
    return Percentages.of(
        runs.stream()
            .flatMap(run -> run.windows().stream())
            .filter(window -> volume.has(window.truth().vehicles()))
            .mapToDouble(window -> error(figure, window))
            .filter(Double::isFinite)
            .toArray());
  }

  private static double error(Figure figure, Comparison.Window window) {
    TrafficRow ours = window.ours();
    return ours == null ? Double.NaN : figure.errorPercent(ours, window.truth());
  }

  /// Median errors by the share of vehicles that take part, beside the achievable ones.
  static String byShare(Map<Double, List<Comparison>> byShare) {
    StringBuilder charts = new StringBuilder();
    List<Double> shares = byShare.keySet().stream().sorted().toList();
    for (Figure figure : Figure.values()) {
      Plot plot =
          new Plot(figure.word(), 360, 280, ERRORS)
              .gridlines(PERCENT_TICKS, " %")
              .axis("share of vehicles that take part");
      double[] xs = new double[shares.size()];
      double[] medians = new double[shares.size()];
      for (int i = 0; i < shares.size(); i++) {
        double share = shares.get(i);
        List<Comparison> runs = byShare.getOrDefault(share, List.of());
        LimitTable.Line line =
            LimitTable.of(runs).stream()
                .filter(each -> each.selection() == Selection.TEN_VEHICLES)
                .filter(each -> each.figure() == figure)
                .findFirst()
                .orElseThrow();
        xs[i] = (i + 0.5) / shares.size();
        medians[i] = line.medianPercent();
        plot.below(xs[i], Markup.number(100 * share, share < 0.1 ? 1 : 0) + " %");
        plot.stroke(
            "limit",
            xs[i],
            line.wholeMedianPercent(),
            "perfect assignment, plain sum of rows: " + Markup.percent(line.wholeMedianPercent()));
        plot.label(xs[i], medians[i], Markup.percent(medians[i]));
      }
      plot.line(figure.word(), xs, medians);
      for (int i = 0; i < xs.length; i++) {
        plot.dot(figure.word(), xs[i], medians[i], "median error " + Markup.percent(medians[i]));
      }
      charts.append(plot);
    }
    return charts.toString();
  }

  /// How often the truth is within an interval, against how often it should be.
  static String calibration(Map<Double, List<Comparison>> byShare) {
    StringBuilder charts = new StringBuilder();
    byShare.forEach((share, runs) -> {
      Calibration all = Calibration.of(runs, vehicles -> Selection.TEN_VEHICLES.has(0, vehicles));
      Plot plot =
          new Plot(Markup.share(share) + ", 10 vehicles or more", 360, 280, SHARES)
              .gridlines(List.of(0.0, 25.0, 50.0, 75.0, 100.0), " %")
              .axis("truth within the stated interval: should be … %");
      double[] xs = new double[SPANS.length];
      double[] found = new double[SPANS.length];
      for (int i = 0; i < SPANS.length; i++) {
        xs[i] = SPAN_PERCENT[i] / 100;
        found[i] = all.withinPercent(SPANS[i]);
      }
      for (double percent : new double[] {10, 30, 50, 70, 90}) {
        plot.below(percent / 100, Markup.number(percent, 0));
      }
      plot.line("ideal", new double[] {0, 1}, new double[] {0, 100});
      plot.line("flow", xs, found);
      for (int i = 0; i < SPANS.length; i++) {
        plot.dot(
            "flow",
            xs[i],
            found[i],
            "±%s standard errors: should hold the truth in %s, holds it in %s"
                .formatted(
                    Markup.number(SPANS[i], 2),
                    Markup.percent(SPAN_PERCENT[i]),
                    Markup.percent(found[i])));
      }
      charts.append(plot);
    });
    return charts.toString();
  }

  /// How often the truth is within ± 1.96 standard errors, by volume.
  static String calibrationByVolume(Map<Double, List<Comparison>> byShare) {
    StringBuilder charts = new StringBuilder();
    byShare.forEach((share, runs) -> {
      Plot plot =
          new Plot(Markup.share(share) + ", by vehicles in the truth", 360, 280, HIGH_SHARES)
              .band(90, 99)
              .gridlines(List.of(50.0, 60.0, 70.0, 80.0, 90.0, 100.0), " %")
              .axis("vehicles that truly used the segment in the window");
      int classes = Volume.ALL.size();
      for (int i = 0; i < classes; i++) {
        Volume volume = Volume.ALL.get(i);
        double x = (i + 0.5) / classes;
        Calibration part = Calibration.of(runs, volume::has);
        double within = part.withinPercent(Calibration.SPAN);
        plot.below(x, volume.words().replace(" to ", "–").replace(" or more", "+"));
        plot.dot(
            "flow",
            x,
            within,
            "%s vehicles: %s of %d windows"
                .formatted(volume.words(), Markup.percent(within), part.count()));
        plot.label(x, within, Markup.number(within, 0));
      }
      charts.append(plot);
    });
    return charts.toString();
  }
}
