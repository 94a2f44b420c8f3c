package city.wayside.grid;

import static city.wayside.grid.Samples.drive;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.grid.rollup.RollUp;
import city.wayside.grid.rollup.WindowLedger;
import city.wayside.grid.rollup.WindowLedger.Publication;
import city.wayside.model.flow.TrafficChange;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeRingTest {

  private static final int KEPT = 100;
  private static final int SEGMENTS = 64 * 64 + 65;
  private static final RoadNetwork STREET = Samples.street(SEGMENTS);
  private static final RollUp ROLL_UP = new RollUp(STREET);
  private static final long START_MS = 1_800_000_000_000L;

  private final ManualClock clock = new ManualClock(START_MS);
  private Grid grid;
  private WindowLedger ledger;

  @BeforeEach
  void start() throws GridException {
    grid = begin(clock);
    ledger = grid.ledger();
  }

  @AfterEach
  void stop() {
    grid.close();
  }

  private static Grid begin(ManualClock clock) throws GridException {
    GridConfig config = TestGrids.config().withKeep(TestGrids.keep(60, 1800, KEPT));
    return TestGrids.member(config, clock);
  }

  private static void close(WindowLedger ledger, int minute, int... segments) {
    long startMs = START_MS + minute * 60_000L;
    List<SegmentTraffic> records = new ArrayList<>();
    for (int segment : segments) {
      records.add(
          ROLL_UP.record(drive(segment, startMs, 1, 10, 8), WindowLength.ONE_MINUTE, startMs, 0));
    }
    ledger.publish(new Publication(WindowLength.ONE_MINUTE, startMs, 0, records, records));
  }

  private List<TrafficChange> after(long cursor, int countMax) throws InterruptedException {
    return grid.changes().after(cursor, countMax, Duration.ZERO);
  }

  @Test
  void aFollowerGoesOnFromItsCursor() throws Exception {
    assertThat(after(-1, 10)).isEmpty();
    for (int minute = 0; minute < 5; minute++) {
      close(ledger, minute, minute);
    }

    List<TrafficChange> first = after(-1, 2);
    List<TrafficChange> rest = after(first.getLast().cursor(), 10);

    assertThat(first).hasSize(2);
    assertThat(rest).hasSize(3);
    assertThat(rest.getFirst().cursor()).isEqualTo(first.getLast().cursor() + 1);
    assertThat(rest.getFirst().segments().getFirst().window().segmentId()).isEqualTo("s2");
    assertThat(after(rest.getLast().cursor(), 10)).isEmpty();
  }

  @Test
  void aFollowerThatFellBehindIsGivenTheOldestThatIsKept() throws Exception {
    close(ledger, 0);
    long cursor = after(-1, 1).getFirst().cursor();
    for (int minute = 1; minute < KEPT + 20; minute++) {
      close(ledger, minute);
    }

    List<TrafficChange> changes = after(cursor, 1);

    assertThat(changes.getFirst().cursor()).isEqualTo(cursor + 20);
    assertThat(changes.getFirst().windowStartMs()).isEqualTo(START_MS + 20 * 60_000L);
  }

  @Test
  void cursorsGoOnAscendingWhenTheWholeGridWasStopped() throws Exception {
    close(ledger, 0);
    close(ledger, 1);
    long before = after(-1, 10).getLast().cursor();
    grid.close();
    clock.set(START_MS + 60_000);
    grid = begin(clock);
    close(grid.ledger(), 2);

    List<TrafficChange> changes = after(before, 10);

    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().cursor()).isGreaterThan(before);
  }

  @Test
  void aWindowOfManyRecordsIsSeveralChanges() throws Exception {
    int[] all = LongStream.range(0, SEGMENTS).mapToInt(Math::toIntExact).toArray();

    close(ledger, 0, all);

    List<TrafficChange> changes = after(-1, 10);
    assertThat(changes).extracting(change -> change.segments().size()).containsExactly(4096, 65);
    assertThat(changes)
        .extracting(TrafficChange::windowStartMs)
        .containsExactly(START_MS, START_MS);
    assertThat(grid.traffic().window(WindowLength.ONE_MINUTE, START_MS)).hasSize(SEGMENTS);
  }

  @Test
  void aFollowerThatWaitsIsToldWhenAWindowCloses() {
    CompletableFuture<List<TrafficChange>> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return grid.changes().after(-1, 10, Duration.ofSeconds(30));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            task -> Thread.ofVirtual().start(task));

    close(ledger, 0, 7);

    assertThat(waiting.join())
        .singleElement()
        .satisfies(change -> assertThat(change.segments()).hasSize(1));
  }
}
