package city.wayside.road.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Runs a recorded city against its truth, where the data are at hand. The bounds leave room above
/// what is reached, and none of them is tuned to this city.
class HamburgTruthTest {

  private static final int VEHICLES_MIN = 10;

  private static Path data() {
    Path root = Path.of(System.getProperty("wayside.root", "."));
    Path near = root.resolve("../shared/data/hamburg");
    Path data = Files.exists(near) ? near : root.resolve("../../shared/data/hamburg");
    assumeTrue(Files.exists(data), "no recorded city at " + near.toAbsolutePath().normalize());
    return data;
  }

  private static TraceAccuracy.Errors errors(String trace) throws Exception {
    Path data = data();
    RoadNetwork network = NetworkSource.read(data.resolve("network.geojson"));
    return new TraceAccuracy(network, data.resolve(trace))
        .against(data.resolve("truth.csv"), VEHICLES_MIN);
  }

  @Test
  void exactPositionsGiveTheTrueFigures() throws Exception {
    TraceAccuracy.Errors errors = errors("trace.csv.gz");

    assertThat(errors.covered()).isGreaterThanOrEqualTo(0.99);
    assertThat(errors.speed()).isLessThanOrEqualTo(0.015);
    assertThat(errors.flow()).isLessThanOrEqualTo(0.01);
    assertThat(errors.density()).isLessThanOrEqualTo(0.02);
  }

  @Test
  void realPositionErrorsStayWithinBounds() throws Exception {
    TraceAccuracy.Errors errors = errors("trace-gps-error.csv.gz");

    assertThat(errors.covered()).isGreaterThanOrEqualTo(0.97);
    assertThat(errors.speed()).isLessThanOrEqualTo(0.05);
    assertThat(errors.flow()).isLessThanOrEqualTo(0.05);
    assertThat(errors.density()).isLessThanOrEqualTo(0.06);
  }
}
