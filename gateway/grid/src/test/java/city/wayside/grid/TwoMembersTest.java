package city.wayside.grid;

import static city.wayside.grid.Samples.drive;
import static city.wayside.grid.Samples.station;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.grid.rollup.RollUp;
import city.wayside.grid.rollup.RollUpDriver;
import city.wayside.grid.rollup.RollUpDriverConfig;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.StationState;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwoMembersTest {

  private static final RoadNetwork STREET = Samples.street(500);
  private static final long START_MS = 1_800_000_000_000L;

  private final ManualClock clock = new ManualClock(START_MS);
  private final GridConfig config = TestGrids.config();
  private Grid older;
  private Grid younger;

  @BeforeEach
  void start() throws Exception {
    older = TestGrids.member(config, clock);
    younger = TestGrids.member(config.withMembers(List.of(older.address())), clock);
    // The first use shares out the partitions, between both members.
    assertThat(younger.stations().count()).isZero();
    assertThat(TestGrids.eventually(younger::isSafe)).isTrue();
  }

  @AfterEach
  void stop() {
    younger.close();
    older.close();
  }

  private static UplinkBatch batch() {
    List<StationState> states =
        IntStream.range(0, 500).mapToObj(id -> station(id, START_MS, 48, 11)).toList();
    List<SegmentTally> tallies =
        IntStream.range(0, 500).mapToObj(segment -> drive(segment, START_MS, 1, 5, 8)).toList();
    return new UplinkBatch("edge-1", 1, STREET.version(), states, tallies);
  }

  @Test
  void whatAClientWroteSurvivesTheSuddenEndOfAMember() throws Exception {
    try (Grid client = TestGrids.client(config, younger, clock)) {
      TestGrids.send(client, batch());
      older.die();
    }

    assertThat(younger.stations().count()).isEqualTo(500);
    assertThat(younger.talliesOf(STREET.version()).baseWindow(START_MS)).hasSize(500);
  }

  @Test
  void whatAMemberWroteSurvivesTheSuddenEndOfAnother() throws Exception {
    TestGrids.send(younger, batch());
    older.die();

    assertThat(younger.stations().count()).isEqualTo(500);
    assertThat(younger.talliesOf(STREET.version()).baseWindow(START_MS)).hasSize(500);
  }

  @Test
  void clientsSurviveTheSuddenEndOfAMember() throws Exception {
    List<ClientRecord> clients =
        IntStream.range(0, 500)
            .mapToObj(id ->
                new ClientRecord(
                    "" + id, ClientRole.VEHICLE, Set.of(), null, null, true, false, List.of(), 0))
            .toList();
    younger.clients().put(clients).toCompletableFuture().get(30, TimeUnit.SECONDS);
    older.die();

    assertThat(younger.clients().count().toCompletableFuture().get(30, TimeUnit.SECONDS))
        .isEqualTo(500);
  }

  @Test
  void theYoungerMemberClosesWindowsWhenTheOlderHasGone() throws Exception {
    RollUpDriverConfig often = new RollUpDriverConfig(5000, 90_000, 10_000, 20, 600);
    clock.set(START_MS + 65_000);
    try (RollUpDriver one = older.rollUp(new RollUp(STREET), often);
        RollUpDriver other = younger.rollUp(new RollUp(STREET), often)) {
      one.start();
      other.start();
      long cursor = followUntil(START_MS, -1);
      older.die();
      clock.set(START_MS + 125_000);

      long _ = followUntil(START_MS + 60_000, cursor);
    }
    assertThat(younger.traffic().newestStartMs(WindowLength.ONE_MINUTE))
        .hasValue(START_MS + 60_000);
  }

  /// Follows what changes until a minute is closed; fails when nothing changes for too long.
  private long followUntil(long closedStartMs, long cursor) throws Exception {
    long newest = cursor;
    while (younger.traffic().newestStartMs(WindowLength.ONE_MINUTE).orElse(0) != closedStartMs) {
      newest = younger.changes().after(newest, 10, Duration.ofSeconds(30)).getLast().cursor();
    }
    return newest;
  }
}
