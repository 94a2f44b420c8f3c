package city.wayside.town.backtest.report;

import static city.wayside.town.backtest.report.Markup.number;
import static city.wayside.town.backtest.report.Markup.percent;
import static city.wayside.town.backtest.report.Markup.safe;

import city.wayside.road.network.RoadNetwork;
import city.wayside.town.backtest.BacktestResult;
import city.wayside.town.backtest.Calibration;
import city.wayside.town.backtest.Comparison;
import city.wayside.town.backtest.Figure;
import city.wayside.town.backtest.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The report of one backtest or several: how good the figures are, where they are good, and what
/// they would be at best.
public final class BacktestReport {

  private static final String STYLE = "report.css";

  private BacktestReport() {}

  /// The page.
  ///
  /// @param trials one or more; maps and lists of segments are of the first
  public static String html(Subject subject, RoadNetwork network, List<Trial> trials) {
    Map<Double, List<Comparison>> byShare =
        Comparison.byShare(trials.stream().map(Trial::comparison).toList());
    Trial first = trials.getFirst();
    Map<String, SegmentErrors> errors = SegmentErrors.of(first.comparison());
    Markup page = new Markup();
    page.add("<!doctype html>").add("<html lang=\"en\"><head><meta charset=\"utf-8\">");
    page.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.add("<title>Backtest of %s</title><style>", safe(subject.trace()));
    page.add("%s", style()).add("</style></head><body>");
    head(page, subject, first);
    tiles(page, first, byShare);
    errorSection(page, byShare, first);
    volumeSection(page, byShare);
    if (byShare.size() > 1) {
      shareSection(page, byShare);
    }
    calibrationSection(page, byShare);
    mapSection(page, network, errors);
    page.add("<h2>Worst segments</h2>");
    page.add("<p>Those whose worst figure is farthest from the truth, by the median over their");
    page.add("windows with ten vehicles or more. Short segments lead such a list: there a metre");
    page.add("decides on which side of a stop line a queue stands.</p>");
    page.add("%s", Tables.worst(network, errors));
    page.add("<h2>What became of the rows</h2>%s", Tables.rows(trials));
    page.add("<h3>Refused in the first run, by code</h3>%s", Tables.refusals(first.result()));
    page.add("<h2>Measured on</h2><p>%s</p>", safe(subject.machine()));
    return page.add("</body></html>").toString();
  }

  private static String style() {
    try (InputStream in = BacktestReport.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException(STYLE + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(STYLE + " cannot be read", e);
    }
  }

  private static void head(Markup page, Subject subject, Trial first) {
    BacktestResult result = first.result();
    page.add("<header><h1>How good are the traffic figures?</h1>");
    page.add(
        "<p>A backtest of <b>%s</b> (%,d rows of %,d vehicles) on the roads of <b>%s</b>, in"
            + " windows of %s, against the exact figures in <b>%s</b>.</p></header>",
        safe(subject.trace()),
        result.rowCount(),
        result.stationCount(),
        safe(subject.network()),
        subject.windowS() % 60 == 0 ? subject.windowS() / 60 + " min" : subject.windowS() + " s",
        safe(subject.truth()));
  }

  private static void tiles(Markup page, Trial first, Map<Double, List<Comparison>> byShare) {
    Comparison run = first.comparison();
    page.add("<h2>In short: %s</h2><div class=\"tiles\">", Markup.share(run.share()));
    for (Figure figure : Figure.values()) {
      Comparison.Errors errors = run.errors(Selection.TEN_VEHICLES, figure);
      tile(
          page,
          "median error of " + figure.word(),
          percent(errors.ours().median()),
          "90 % within " + percent(errors.ours().p90()));
    }
    tile(
        page,
        "windows covered",
        percent(run.coveredPercent(Selection.TEN_VEHICLES)),
        "of " + run.of(Selection.TEN_VEHICLES).size() + " with 10 vehicles or more");
    BacktestResult result = first.result();
    if (result.judgedCount() > 0) {
      tile(
          page,
          "rows on the right segment",
          number(100.0 * result.rightCount() / result.judgedCount(), 1) + " %",
          String.format(Locale.ROOT, "of %,d whose segment is known", result.judgedCount()));
    }
    List<Comparison> runs = byShare.getOrDefault(run.share(), List.of());
    Calibration calibration =
        Calibration.of(runs, vehicles -> Selection.TEN_VEHICLES.has(0, vehicles));
    tile(
        page,
        "flows within their stated error",
        number(calibration.withinPercent(Calibration.SPAN), 1) + " %",
        "should be 95 %, aim 90 to 99 %");
    page.add("</div>");
  }

  private static void tile(Markup page, String name, String value, String more) {
    page.add(
        "<div class=\"tile\"><span>%s</span><b>%s</b><span>%s</span></div>", name, value, more);
  }

  private static void errorSection(
      Markup page, Map<Double, List<Comparison>> byShare, Trial first) {
    page.add("<h2>Errors</h2><p>An error is the distance from the true figure in percent of it.");
    page.add("With fewer vehicles taking part, flow and density are scaled up by their share, and");
    page.add("chance decides most of the error.");
    if (first.comparison().hasLimits()) {
      page.add("<i>Perfect assignment</i> is what the plain sum of the same rows would give if");
      page.add("each were put on its true segment: what can be had from such data. A ratio of 1");
      page.add("is as good; the aim is no more than 1.2.");
    }
    page.add("</p>");
    for (Selection selection : Selection.values()) {
      page.add("<h3>%s</h3>", heading(selection));
      page.add("%s", Tables.errors(byShare, selection));
    }
  }

  private static String heading(Selection selection) {
    return switch (selection) {
      case TEN_VEHICLES -> "Windows with 10 vehicles or more";
      case LONG_AND_BUSY -> "Segments of 50 m or more, windows with 20 vehicles or more";
      case NEARLY_ALL -> "Windows with 5 vehicles or more, down to segments of a few metres";
    };
  }

  private static void volumeSection(Markup page, Map<Double, List<Comparison>> byShare) {
    page.add("<h2>Error by volume</h2>");
    page.add("<p>Median error by how many vehicles used the segment in the window; the scale is");
    page.add("logarithmic. Point at a dot for figures.</p>%s", figureLegend(""));
    page.add("<div class=\"charts\">%s</div>", Charts.byVolume(byShare));
  }

  private static String figureLegend(String more) {
    StringBuilder legend = new StringBuilder("<div class=\"legend\">");
    for (Figure figure : Figure.values()) {
      legend.append(
          "<span><i class=\"key %s\"></i>%s</span>".formatted(figure.word(), figure.word()));
    }
    return legend + more + "</div>";
  }

  private static void shareSection(Markup page, Map<Double, List<Comparison>> byShare) {
    page.add("<h2>Error by penetration</h2>");
    page.add("<p>Median error over windows with ten vehicles or more, by the share of vehicles");
    page.add("that take part. The stroke is what a perfect assignment of the same rows gives.</p>");
    page.add(
        "%s",
        figureLegend("<span><i class=\"key limit\"></i>perfect assignment, plain sum</span>"));
    page.add("<div class=\"charts\">%s</div>", Charts.byShare(byShare));
  }

  private static void calibrationSection(Markup page, Map<Double, List<Comparison>> byShare) {
    page.add("<h2>Is the stated error of the flow honest?</h2>");
    page.add(
        "<p>Each flow comes with a standard error. An interval of so many of them should hold");
    page.add(
        "the true flow in so many of a hundred windows: dots on the dashed line. Above it the");
    page.add("stated error is too large, below it too small.</p>");
    page.add("<div class=\"charts\">%s</div>", Charts.calibration(byShare));
    page.add("<p>Windows in which the truth is within ±1.96 standard errors, in percent; 95 is");
    page.add("expected, the band from 90 to 99 is the aim.</p>");
    page.add("<div class=\"charts\">%s</div>", Charts.calibrationByVolume(byShare));
    for (Map.Entry<Double, List<Comparison>> share : byShare.entrySet()) {
      Calibration all =
          Calibration.of(share.getValue(), vehicles -> Selection.TEN_VEHICLES.has(0, vehicles));
      page.add(
          "<p>%s: half of all flows are between %s and %s standard errors from the truth (should"
              + " be −0.67 and 0.67), their middle is at %s (should be 0).</p>",
          Markup.share(share.getKey()),
          number(all.quantile(0.25), 2),
          number(all.quantile(0.75), 2),
          number(all.quantile(0.5), 2));
    }
  }

  private static void mapSection(
      Markup page, RoadNetwork network, Map<String, SegmentErrors> errors) {
    ErrorMap map = new ErrorMap(network, errors);
    page.add("<h2>Where the errors are</h2>");
    page.add("<p>Each direction of a road by its median error over windows with ten vehicles or");
    page.add("more; point at a road for its figures. North is up.</p>");
    page.add("<h3>Speed</h3>%s", map.of(Figure.SPEED));
    page.add("<h3>Flow</h3>%s", map.of(Figure.FLOW));
  }
}
