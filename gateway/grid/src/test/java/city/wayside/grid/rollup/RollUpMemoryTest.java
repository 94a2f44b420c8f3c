package city.wayside.grid.rollup;

import static city.wayside.grid.Samples.drive;
import static city.wayside.grid.Samples.tallies;
import static city.wayside.model.traffic.LevelOfService.FREE_FLOW;
import static city.wayside.model.traffic.LevelOfService.HEAVY;
import static city.wayside.model.traffic.LevelOfService.QUEUING;
import static city.wayside.model.traffic.WindowLength.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.grid.Grid;
import city.wayside.grid.GridException;
import city.wayside.grid.ManualClock;
import city.wayside.grid.Samples;
import city.wayside.grid.TestGrids;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.place.Zone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the roll-up remembers, and that another member remembers the same. Each test begins two
/// days after the one before, with a driver that knows nothing.
class RollUpMemoryTest {

  private static final RoadNetwork STREET = Samples.street(10);
  private static final long DAY_MS = 86_400_000;
  private static final RollUpDriverConfig CONFIG =
      new RollUpDriverConfig(5000, 90_000, 10_000, 1000, 600);
  private static long zeroMs = 20_000 * DAY_MS;
  private static final ManualClock CLOCK = new ManualClock(zeroMs);
  private static Grid grid;

  private RollUpDriver driver = newDriver();

  @BeforeAll
  static void start() throws GridException {
    grid = TestGrids.member(TestGrids.config(), CLOCK);
  }

  @AfterAll
  static void stop() {
    grid.close();
  }

  /// All three lengths of window have just been closed at minute 0.
  @BeforeEach
  void begin() {
    zeroMs += 2 * DAY_MS;
    at(5);
  }

  private static RollUpDriver newDriver() {
    return grid.rollUp(new RollUp(STREET), CONFIG);
  }

  private void at(double seconds) {
    CLOCK.set(zeroMs + Math.round(seconds * 1000));
    driver.pass();
  }

  private static long minute(int number) {
    return zeroMs + number * 60_000L;
  }

  private void drivenAt(int minute, double speedMps) throws Exception {
    TestGrids.send(
        grid, tallies("edge-1", 1, STREET, drive(3, minute(minute), 700 + minute, 30, speedMps)));
    at(65 + minute * 60);
  }

  private List<LevelOfService> levels(int minutes) {
    return grid.traffic().history(3, ONE_MINUTE, minute(0), minute(minutes)).stream()
        .map(SegmentTraffic::levelOfService)
        .toList();
  }

  @Test
  void theLevelGoesOnFromThePublishedOneAlsoInAnotherMember() throws Exception {
    drivenAt(0, 8.6);
    drivenAt(1, 8.4);
    driver = newDriver();
    drivenAt(2, 8.4);
    drivenAt(3, 8.1);
    driver = newDriver();
    drivenAt(4, 9.5);

    assertThat(levels(5)).containsExactly(FREE_FLOW, FREE_FLOW, FREE_FLOW, HEAVY, HEAVY);
    drivenAt(5, 9.5);
    assertThat(levels(6)).endsWith(FREE_FLOW);
  }

  @Test
  void aRevisionOfTheWindowBeforeChangesNoRecordAfterIt() throws Exception {
    drivenAt(0, 8.6);
    drivenAt(1, 8.4);
    assertThat(levels(2)).containsExactly(FREE_FLOW, FREE_FLOW);
    TestGrids.send(grid, tallies("edge-2", 1, STREET, drive(3, minute(0), 900, 300, 2)));
    at(140);
    driver = newDriver();
    at(150);

    assertThat(levels(2)).containsExactly(QUEUING, FREE_FLOW);
    assertThat(grid.traffic().window(ONE_MINUTE, minute(1)))
        .extracting(SegmentTraffic::revision)
        .containsExactly(0);
  }

  private static RollUpDriver quickLearner() {
    return driver(List.of());
  }

  private static RollUpDriver driver(List<Zone> zones) {
    RollUpInputs inputs =
        new RollUpInputs(
            FlowConfig.defaults(),
            new FreeFlowConfig(0.85, 10, 1000, 0.1),
            Penetrations.UNKNOWN,
            zones);
    return grid.rollUp(new RollUp(STREET, RollUpConfig.defaults(), inputs), CONFIG);
  }

  @Test
  void freeFlowSpeedsAreLearnedAndSurviveTheMember() throws Exception {
    driver = quickLearner();
    for (int minute = 0; minute < 16; minute++) {
      drivenAt(minute, 7);
    }
    driver = quickLearner();
    drivenAt(16, 7);

    List<SegmentTraffic> history = grid.traffic().history(3, ONE_MINUTE, minute(0), minute(17));
    assertThat(history.get(14).freeFlowSpeedMps()).isEqualTo(Samples.LIMIT_MPS);
    assertThat(history.get(15).freeFlowSpeedMps()).isCloseTo(7, within(7 * 0.02));
    assertThat(history.get(16).freeFlowSpeedMps()).isEqualTo(history.get(15).freeFlowSpeedMps());
  }

  @Test
  void zonesCountEachVehicleOnceAndAreRevised() throws Exception {
    driver = driver(List.of(zone("north", 3, 4), zone("all", 1, 3, 4), zone("none", 7)));
    TestGrids.send(
        grid,
        tallies(
            "edge-1",
            1,
            STREET,
            drive(3, minute(0), 77, 12, 8),
            drive(4, minute(0), 77, 12, 8),
            drive(1, minute(0), 78, 12, 8)));
    at(65);
    assertThat(grid.zones().zoneVehicles(ONE_MINUTE, minute(0)))
        .isEqualTo(Map.of("north", 1, "all", 2, "none", 0));
    TestGrids.send(grid, tallies("edge-2", 1, STREET, drive(4, minute(0), 79, 6, 8)));

    at(80);

    assertThat(grid.zones().zoneVehicles(ONE_MINUTE, minute(0)))
        .isEqualTo(Map.of("north", 2, "all", 3, "none", 0));
    assertThat(grid.zones().zoneVehicles(ONE_MINUTE, minute(1))).isEmpty();
  }

  private static Zone zone(String id, Integer... segments) {
    return new Zone(id, "", List.of(), List.of(segments));
  }
}
