package city.wayside.grid;

import static city.wayside.grid.Samples.drive;
import static city.wayside.grid.Samples.station;
import static city.wayside.grid.Samples.tallies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.grid.rollup.RollUp;
import city.wayside.grid.rollup.RollUpDriver;
import city.wayside.grid.rollup.RollUpDriverConfig;
import city.wayside.model.flow.TrafficChange;
import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.StationState;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each test has base windows of its own.
class UplinkTest {

  private static final RoadNetwork STREET = Samples.street(10);
  private static final long START_MS = 1_800_000_000_000L;
  private static final ManualClock CLOCK = new ManualClock(START_MS);
  private static Grid member;

  @BeforeAll
  static void start() throws GridException {
    member = TestGrids.member(TestGrids.config(), CLOCK);
  }

  @AfterAll
  static void stop() {
    member.close();
  }

  @Test
  void aBatchSentTwiceCountsOnce() throws Exception {
    UplinkBatch batch = tallies("edge-1", 1, STREET, drive(3, START_MS, 77, 12, 8));

    TestGrids.send(member, batch);
    TestGrids.send(member, batch);

    assertThat(baseWindow(START_MS)).containsExactly(drive(3, START_MS, 77, 12, 8));
  }

  @Test
  void anEdgeNodesLaterSumReplacesItsEarlierOne() throws Exception {
    long startMs = START_MS + 60_000;
    SegmentTally first = drive(3, startMs, 77, 5, 8);
    SegmentTally both = first.plus(drive(3, startMs, 78, 6, 7));

    TestGrids.send(member, tallies("edge-1", 2, STREET, first));
    TestGrids.send(member, tallies("edge-1", 3, STREET, both));

    assertThat(baseWindow(startMs)).containsExactly(both);
  }

  @Test
  void edgeNodesDoNotReplaceEachOthersSums() throws Exception {
    long startMs = START_MS + 120_000;

    TestGrids.send(member, tallies("edge-1", 4, STREET, drive(3, startMs, 77, 5, 8)));
    TestGrids.send(member, tallies("edge-2", 1, STREET, drive(3, startMs, 78, 6, 7)));

    assertThat(baseWindow(startMs))
        .containsExactlyInAnyOrder(drive(3, startMs, 77, 5, 8), drive(3, startMs, 78, 6, 7));
  }

  @Test
  void talliesOfAnotherNetworkAreKeptApart() throws Exception {
    long startMs = START_MS + 180_000;
    RoadNetwork other = Samples.street(11);

    TestGrids.send(member, tallies("edge-1", 5, other, drive(3, startMs, 77, 5, 8)));

    assertThat(baseWindow(startMs)).isEmpty();
  }

  @Test
  void ofTwoStatesOfAStationInABatchTheNewerIsKept() throws Exception {
    StationState newer = station(9, START_MS + 1000, 48.2, 11.2);
    StationState older = station(9, START_MS, 48.1, 11.1);

    TestGrids.send(member, Samples.stations("edge-1", 6, List.of(newer, older)));

    assertThat(member.stations().byId(9)).contains(newer);
  }

  @Test
  void anEmptyBatchIsDone() throws Exception {
    TestGrids.send(member, Samples.stations("edge-1", 7, List.of()));
  }

  @Test
  void theRunningRollUpPublishesWhatWasSent() throws Exception {
    long startMs = START_MS + 600_000;
    TestGrids.send(member, tallies("edge-1", 8, STREET, drive(4, startMs, 77, 10, 8)));
    CLOCK.set(startMs + 65_000);
    RollUpDriverConfig often = new RollUpDriverConfig(5000, 90_000, 10_000, 20, 600);

    try (RollUpDriver driver = member.rollUp(new RollUp(STREET), often)) {
      driver.start();
      List<TrafficChange> changes = member.changes().after(-1, 10, Duration.ofSeconds(20));
      while (changes.getLast().length() != WindowLength.ONE_MINUTE) {
        changes = member.changes().after(changes.getLast().cursor(), 10, Duration.ofSeconds(20));
        assertThat(changes).isNotEmpty();
      }
      SegmentTraffic record = changes.getLast().segments().getFirst();
      assertThat(record.window().segmentId()).isEqualTo("s4");
      assertThat(record.edie().speedMps()).isCloseTo(8, within(1e-9));
    }
  }

  private static Iterable<SegmentTally> baseWindow(long startMs) {
    return member.talliesOf(STREET.version()).baseWindow(startMs);
  }
}
