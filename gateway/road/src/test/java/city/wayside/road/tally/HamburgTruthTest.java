package city.wayside.road.tally;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.road.SharedData;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Runs a recorded city against its truth, where the data are at hand. The bounds leave room above
/// what is reached, and none of them is tuned to this city.
class HamburgTruthTest {

  private static final int VEHICLES_MIN = 10;

  private static TraceAccuracy.Errors errors(String trace, long handoverMs) throws Exception {
    Path data = SharedData.folder("hamburg");
    RoadNetwork network = NetworkSource.read(data.resolve("network.geojson"));
    return new TraceAccuracy(network, data.resolve(trace), handoverMs)
        .against(data.resolve("truth.csv"), VEHICLES_MIN);
  }

  @Test
  void exactPositionsGiveTheTrueFigures() throws Exception {
    TraceAccuracy.Errors errors = errors("trace.csv.gz", 0);

    assertThat(errors.covered()).isGreaterThanOrEqualTo(0.99);
    assertThat(errors.speed()).isLessThanOrEqualTo(0.015);
    assertThat(errors.flow()).isLessThanOrEqualTo(0.01);
    assertThat(errors.density()).isLessThanOrEqualTo(0.02);
    assertThat(errors.rightPoints()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void realPositionErrorsStayWithinBounds() throws Exception {
    staysWithinBounds(errors("trace-gps-error.csv.gz", 0));
  }

  @Test
  void theyStaySoWhenStationsChangeEdgeNodesEveryHalfMinute() throws Exception {
    staysWithinBounds(errors("trace-gps-error.csv.gz", 30_000));
  }

  private static void staysWithinBounds(TraceAccuracy.Errors errors) {
    assertThat(errors.covered()).isGreaterThanOrEqualTo(0.98);
    assertThat(errors.speed()).isLessThanOrEqualTo(0.03);
    assertThat(errors.flow()).isLessThanOrEqualTo(0.03);
    assertThat(errors.density()).isLessThanOrEqualTo(0.04);
    assertThat(errors.rightPoints()).isGreaterThanOrEqualTo(0.965);
  }
}
