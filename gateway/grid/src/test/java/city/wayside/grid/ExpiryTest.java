package city.wayside.grid;

import static city.wayside.grid.Samples.drive;
import static city.wayside.grid.Samples.station;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.road.network.RoadNetwork;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiryTest {

  private static final RoadNetwork STREET = Samples.street(1);

  @Test
  void whatIsNotRenewedIsForgotten() throws Exception {
    GridConfig config = TestGrids.config().withKeep(TestGrids.keep(1, 1, 100));
    try (Grid grid = TestGrids.member(config, InstantSource.system())) {
      TestGrids.send(grid, Samples.stations("edge", 1, List.of(station(1, 1, 48, 11))));
      TestGrids.send(grid, Samples.tallies("edge", 2, STREET, drive(0, 60_000, 1, 5, 5)));

      assertThat(TestGrids.eventually(() -> grid.stations().byId(1).isEmpty())).isTrue();
      assertThat(
              TestGrids.eventually(
                  () -> grid.talliesOf(STREET.version()).baseWindow(60_000).isEmpty()))
          .isTrue();
    }
  }
}
