package city.wayside.road.tally;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.road.SharedData;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Runs a recorded city against its truth, where the data are at hand. The bounds leave room above
/// what is reached, and none of them is tuned to this city.
class HamburgTruthTest {

  private static final int VEHICLES_MIN = 10;
  private static final long ALL_MS = Long.MAX_VALUE;

  /// The first of the windows that the truth has.
  private static final long ONE_WINDOW_MS = 600_000;

  private static final String REAL_ERRORS = "trace-gps-error.csv.gz";

  private static TraceAccuracy.Errors errors(
      String trace, long endMs, long handoverMs, UnaryOperator<List<TracePoint>> delivery)
      throws Exception {
    Path data = SharedData.folder("hamburg");
    RoadNetwork network = NetworkSource.read(data.resolve("network.geojson"));
    List<TracePoint> points = TracePoint.read(network, data.resolve(trace), endMs);
    return new TraceAccuracy(network, delivery.apply(points), handoverMs)
        .against(data.resolve("truth.csv"), VEHICLES_MIN, endMs);
  }

  @Test
  void exactPositionsGiveTheTrueFigures() throws Exception {
    TraceAccuracy.Errors errors = errors("trace.csv.gz", ALL_MS, 0, UnaryOperator.identity());

    assertThat(errors.covered()).isGreaterThanOrEqualTo(0.99);
    assertThat(errors.speed()).isLessThanOrEqualTo(0.015);
    assertThat(errors.flow()).isLessThanOrEqualTo(0.01);
    assertThat(errors.density()).isLessThanOrEqualTo(0.02);
    assertThat(errors.rightPoints()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void realPositionErrorsStayWithinBounds() throws Exception {
    staysWithinBounds(errors(REAL_ERRORS, ALL_MS, 0, UnaryOperator.identity()));
  }

  @Test
  void theyStaySoWhenStationsChangeEdgeNodesEveryHalfMinute() throws Exception {
    staysWithinBounds(errors(REAL_ERRORS, ONE_WINDOW_MS, 30_000, UnaryOperator.identity()));
  }

  @Test
  void theyStaySoWhenReportsComeLateOrTwice() throws Exception {
    staysWithinBounds(
        errors(
            REAL_ERRORS, ONE_WINDOW_MS, 0, points -> Delivery.lateAndTwice(points, 0.05, 5_000)));
  }

  @Test
  void theyStaySoWhenVehiclesReportUpToTenTimesASecond() throws Exception {
    staysWithinBounds(errors(REAL_ERRORS, ONE_WINDOW_MS, 0, Delivery::triggered));
  }

  private static void staysWithinBounds(TraceAccuracy.Errors errors) {
    assertThat(errors.covered()).isGreaterThanOrEqualTo(0.98);
    assertThat(errors.speed()).isLessThanOrEqualTo(0.03);
    assertThat(errors.flow()).isLessThanOrEqualTo(0.03);
    assertThat(errors.density()).isLessThanOrEqualTo(0.04);
    assertThat(errors.rightPoints()).isGreaterThanOrEqualTo(0.96);
  }
}
