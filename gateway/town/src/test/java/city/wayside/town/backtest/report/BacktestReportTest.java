package city.wayside.town.backtest.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.refusal.Refusal;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import city.wayside.town.backtest.BacktestResult;
import city.wayside.town.backtest.Comparison;
import city.wayside.town.backtest.Limits;
import city.wayside.town.backtest.StationSample;
import city.wayside.town.backtest.TrafficRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestReportTest {

  private static final String EVIL = "<script>alert('x')</script>";

  @TempDir Path folder;
  private @Nullable RoadNetwork roads;

  @BeforeEach
  void drawTheRoads() throws Exception {
    roads =
        NetworkSource.read(
            Files.writeString(
                folder.resolve("roads.geojson"),
                """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","properties":{"id":"good","length_m":100,"name":"High Street"},
                  "geometry":{"type":"LineString","coordinates":[[0,0],[0.0009,0]]}},
                 {"type":"Feature","properties":{"id":"bad","length_m":100,"name":"%s"},
                  "geometry":{"type":"LineString","coordinates":[[0,0.001],[0.0009,0.001]]}},
                 {"type":"Feature","properties":{"id":"quiet","length_m":100},
                  "geometry":{"type":"LineString","coordinates":[[0,0.002],[0.0009,0.002]]}}]}
                """
                    .formatted(EVIL)));
  }

  @Test
  void everyPartIsThereAndNothingIsFetchedOrRun() {
    String page = page(trial(1), trial(0.3));

    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("windows of 5 min", "In short: all vehicles", "Error by penetration")
        .contains("<td><b>26 %</b></td>")
        .contains("Where the errors are", "too few vehicles to compare")
        .contains("<tr><th>stale</th><td>1,234</td></tr>")
        .contains("<h2>Measured on</h2><p>a machine</p>");
    assertThat(page).doesNotContain("<script", "http", "url(", "@import", "NaN", "Infinity");
  }

  @Test
  void whatComesFromOutsideIsText() {
    assertThat(page(trial(1))).doesNotContain(EVIL).contains("&lt;script&gt;alert(&#39;x&#39;)");
  }

  @Test
  void segmentsAreColouredByTheirErrorAndTheWorstComesFirst() {
    String page = page(trial(1));

    // Two maps: on each one good road, one that is far off, one without figures.
    assertThat(count(page, "class=\"road e0\"")).isEqualTo(2);
    assertThat(count(page, "class=\"road e4\"")).isEqualTo(2);
    assertThat(count(page, "class=\"road none\"")).isEqualTo(2);
    String worst = page.substring(page.indexOf("<h2>Worst segments"));
    assertThat(worst.indexOf("bad")).isLessThan(worst.indexOf("High Street, good"));
  }

  @Test
  void withOneShareThereIsNoPlotOverShares() {
    assertThat(page(trial(1))).doesNotContain("Error by penetration");
  }

  @Test
  void tagsAreClosed() {
    String page = page(trial(1), trial(0.3));
    for (String tag : List.of("svg", "table", "tr", "td", "th", "div", "p", "text")) {
      assertThat(count(page, "<" + tag + "[ >]")).as(tag).isEqualTo(count(page, "</" + tag + ">"));
    }
  }

  private static int count(String page, String pattern) {
    return (int) Pattern.compile(pattern).matcher(page).results().count();
  }

  private String page(Trial... trials) {
    return BacktestReport.html(
        new Subject("trace.csv", "roads.geojson", "truth.csv", 300, "a machine"),
        roads(),
        List.of(trials));
  }

  private RoadNetwork roads() {
    return requireNonNull(roads);
  }

  private Trial trial(double share) {
    List<TrafficRow> truth =
        List.of(row("good", 100, 10, 30), row("bad", 100, 10, 30), row("quiet", 10, 10, 2));
    List<TrafficRow> found = List.of(row("good", 101, 10, 30), row("bad", 150, 20, 30));
    BacktestResult result =
        new BacktestResult(
            found,
            2000,
            0,
            30,
            2000,
            766,
            3,
            500,
            490,
            Map.of(Refusal.STALE, 1234L),
            0,
            new Limits(found, found));
    return new Trial(
        result, Comparison.of(roads(), new StationSample(share, 1), result, truth), 0.5);
  }

  private static TrafficRow row(String id, double flowVph, double speedMps, int vehicles) {
    return new TrafficRow(300, id, flowVph, 3.6, speedMps, vehicles, 0, 0, 10);
  }
}
