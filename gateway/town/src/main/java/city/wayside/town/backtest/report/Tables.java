package city.wayside.town.backtest.report;

import static city.wayside.town.backtest.report.Markup.number;
import static city.wayside.town.backtest.report.Markup.percent;
import static city.wayside.town.backtest.report.Markup.safe;

import city.wayside.model.refusal.Refusal;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.backtest.BacktestResult;
import city.wayside.town.backtest.Comparison;
import city.wayside.town.backtest.Figure;
import city.wayside.town.backtest.LimitTable;
import city.wayside.town.backtest.Selection;
import city.wayside.town.backtest.TrafficRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The tables of a report.
final class Tables {

  private static final int WORST_SHOWN = 20;

  private Tables() {}

  /// Errors by share and figure, beside what a perfect assignment gives.
  static String errors(Map<Double, List<Comparison>> byShare, Selection selection) {
    boolean hasLimits =
        byShare.values().stream().flatMap(List::stream).allMatch(Comparison::hasLimits);
    Markup table = new Markup();
    table.add(
        "<div class=\"scroll\"><table><thead><tr><th>vehicles that take"
            + " part</th><th>windows</th><th>covered</th>");
    table.add("<th></th><th>median error</th><th>mean error</th>");
    if (hasLimits) {
      table.add("<th>perfect assignment: median</th><th>mean</th><th>ours / perfect: median</th>");
      table.add("<th>mean</th>");
    }
    table.add("</tr></thead><tbody>");
    byShare.forEach((share, runs) -> {
      List<LimitTable.Line> lines =
          LimitTable.of(runs).stream().filter(line -> line.selection() == selection).toList();
      for (LimitTable.Line line : lines) {
        table.add(line.figure() == Figure.SPEED ? "<tr class=\"first\">" : "<tr>");
        if (line.figure() == Figure.SPEED) {
          table.add(
              "<th rowspan=\"3\">%s</th><td rowspan=\"3\">%d</td><td rowspan=\"3\">%s</td>",
              Markup.share(share) + (runs.size() > 1 ? ", " + runs.size() + " samples" : ""),
              runs.getFirst().of(selection).size(),
              percent(mean(runs, run -> run.coveredPercent(selection))));
        }
        table.add(
            "<td class=\"word\"><i class=\"key %s\"></i>%s</td><td><b>%s</b></td><td>%s</td>",
            line.figure().word(),
            line.figure().word(),
            percent(line.medianPercent()),
            percent(line.meanPercent()));
        if (hasLimits) {
          table.add(
              "<td>%s</td><td>%s</td><td>%s</td><td>%s</td>",
              percent(line.wholeMedianPercent()),
              percent(line.wholeMeanPercent()),
              number(line.medianRatio(), 2),
              number(line.meanRatio(), 2));
        }
        table.add("</tr>");
      }
    });
    return table.add("</tbody></table></div>").toString();
  }

  private static double mean(List<Comparison> runs, ToDoubleFunction<Comparison> figure) {
    return runs.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  /// The segments whose figures are farthest from the truth.
  static String worst(RoadNetwork network, Map<String, SegmentErrors> errors) {
    Markup table = new Markup();
    table.add(
        "<div class=\"scroll\"><table><thead><tr><th>segment</th><th>length</th><th>vehicles</th>");
    table.add("<th>speed off</th><th>flow off</th><th>density off</th>");
    table.add("<th>speed found / true</th><th>flow found / true</th></tr></thead><tbody>");
    errors.values().stream()
        .filter(each -> Double.isFinite(each.worst()))
        .sorted(Comparator.comparingDouble(SegmentErrors::worst).reversed())
        .limit(WORST_SHOWN)
        .forEach(each ->
            table.add(
                "<tr><th>%s</th><td>%.0f m</td><td>%d</td><td>%s</td><td>%s</td><td>%s</td>"
                    + "<td>%s km/h</td><td>%s /h</td></tr>",
                safe(named(network, each.segmentId())),
                each.lengthM(),
                each.vehicles(),
                percent(each.median(Figure.SPEED)),
                percent(each.median(Figure.FLOW)),
                percent(each.median(Figure.DENSITY)),
                foundAndTrue(each, row -> 3.6 * row.speedMps(), 1),
                foundAndTrue(each, TrafficRow::flowVph, 0)));
    return table.add("</tbody></table></div>").toString();
  }

  private static String named(RoadNetwork network, String id) {
    int index = network.indexOf(id);
    String name = index < 0 ? "" : network.segment(index).name();
    return name.isEmpty() ? id : name + ", " + id;
  }

  /// The means of the segment's windows.
  private static String foundAndTrue(
      SegmentErrors each, ToDoubleFunction<TrafficRow> figure, int places) {
    double found = 0;
    double actual = 0;
    for (Comparison.Window window : each.windows()) {
      TrafficRow ours = window.ours();
      found += ours == null ? 0 : figure.applyAsDouble(ours);
      actual += figure.applyAsDouble(window.truth());
    }
    return number(found / each.windows().size(), places)
        + " / "
        + number(actual / each.windows().size(), places);
  }

  /// What became of the rows of each run.
  static String rows(List<Trial> trials) {
    Markup table = new Markup();
    table.add(
        "<div class=\"scroll\"><table><thead><tr><th>run</th><th>rows of the"
            + " sample</th><th>admitted</th>");
    table.add("<th>refused</th><th>off the road</th><th>on the right segment</th>");
    table.add("<th>rows/s, all included</th></tr></thead><tbody>");
    for (Trial trial : trials) {
      BacktestResult result = trial.result();
      table.add(
          "<tr><th>%s, seed %d</th><td>%,d</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%s</td>"
              + "<td>%,.0f</td></tr>",
          Markup.share(trial.comparison().share()),
          trial.comparison().seed(),
          result.sampledCount(),
          result.admittedCount(),
          refused(result),
          result.offRoadCount(),
          result.judgedCount() == 0
              ? "unknown"
              : number(100.0 * result.rightCount() / result.judgedCount(), 2) + " %",
          result.rowCount() / trial.tookS());
    }
    return table.add("</tbody></table></div>").toString();
  }

  /// How many rows were refused.
  static long refused(BacktestResult result) {
    return result.refused().values().stream().mapToLong(Long::longValue).sum();
  }

  /// Rows that were refused, by code.
  static String refusals(BacktestResult result) {
    if (result.refused().isEmpty()) {
      return "<p>No row was refused.</p>";
    }
    Markup table = new Markup();
    table.add(
        "<div class=\"scroll\"><table><thead><tr><th>code</th><th>rows</th></tr></thead><tbody>");
    for (Map.Entry<Refusal, Long> refused : result.refused().entrySet()) {
      table.add(
          "<tr><th>%s</th><td>%,d</td></tr>", safe(refused.getKey().word()), refused.getValue());
    }
    return table.add("</tbody></table></div>").toString();
  }
}
