package city.wayside.kit.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.trace.BadLine;
import city.wayside.kit.trace.TraceReader;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.message.StationType;
import city.wayside.road.network.RoadNetwork;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoTownTest {

  @Test
  void theTownHasStreetsOfEveryClassWithLimitsAndNames() throws Exception {
    RoadNetwork network = DemoTown.network();

    assertThat(network.segmentCount()).isEqualTo(504);
    Set<String> classes = new HashSet<>();
    for (int i = 0; i < network.segmentCount(); i++) {
      classes.add(network.segment(i).roadClass());
      assertThat(network.segment(i).name()).isNotEmpty();
      assertThat(network.speedLimitMps(i)).isBetween(2.0, 26.0);
      assertThat(network.lengthM(i)).isBetween(4.0, 2000.0);
    }
    assertThat(classes)
        .containsExactlyInAnyOrder(
            "trunk", "primary", "secondary", "tertiary", "residential", "living_street");
  }

  @Test
  void theTraceKeepsTheTownBusyFromTheFirstSecondToTheLast() throws Exception {
    BoundingBox town = DemoTown.network().bounds();
    List<BadLine> badLines = new ArrayList<>();
    int[] vehiclesBySecond = new int[600];
    Set<StationType> types = EnumSet.noneOf(StationType.class);
    long previousMs = 0;
    try (TraceReader trace = TraceReader.open(DemoTown.trace(), badLines::add)) {
      while (trace.next()) {
        assertThat(trace.timeMs()).isGreaterThanOrEqualTo(previousMs);
        previousMs = trace.timeMs();
        vehiclesBySecond[(int) (trace.timeMs() / 1000)]++;
        types.add(trace.type());
        // Half a lane beside the outermost street.
        assertThat(town.contains(trace.latDeg(), trace.lonDeg())).isTrue();
      }
      assertThat(trace.rowCount()).isEqualTo(312_000);
      assertThat(trace.stationCount()).isEqualTo(1570);
    }
    assertThat(badLines).isEmpty();
    assertThat(vehiclesBySecond).containsOnly(520);
    assertThat(types)
        .containsExactlyInAnyOrder(
            StationType.PASSENGER_CAR,
            StationType.BUS,
            StationType.LIGHT_TRUCK,
            StationType.HEAVY_TRUCK,
            StationType.MOTORCYCLE);
    assertThat(Files.size(DemoTown.trace())).isLessThan(4_000_000);
  }
}
